"""Records as citations and as bibliographies."""
