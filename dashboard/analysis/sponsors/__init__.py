"""sponsors."""
