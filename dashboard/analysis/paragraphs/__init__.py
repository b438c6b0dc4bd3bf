"""paragraphs."""
