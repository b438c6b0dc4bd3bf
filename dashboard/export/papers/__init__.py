"""Views as papers to pass on, in Markdown and Word."""
