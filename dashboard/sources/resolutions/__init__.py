"""resolutions."""
