"""What the routes offer, described for programs."""
