"""The acts of a paragraph: which verbs it opens and goes on with, and what softens them."""
