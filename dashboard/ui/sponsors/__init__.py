"""Sponsors of one text, of several, and how they voted."""
