"""The formats of drafts: DOCX and PDF, each read apart and within bounds, and plain text."""
