"""Tables as files other programs read."""
