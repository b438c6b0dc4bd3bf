"""Documents of any kind as drafts: DOCX, PDF and plain text, in English or Chinese."""
