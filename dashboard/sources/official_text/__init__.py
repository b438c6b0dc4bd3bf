"""official_text."""
