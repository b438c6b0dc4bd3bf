"""What is on record, how well, and what is wrong with it."""
