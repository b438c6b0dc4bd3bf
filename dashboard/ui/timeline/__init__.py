"""The first page: headlines, shortcuts, questions, the timeline."""
