"""What the commands ask of servers, only when a person runs one that says so."""
