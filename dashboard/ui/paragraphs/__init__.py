"""Paragraphs to read, what they ask, and two texts compared."""
