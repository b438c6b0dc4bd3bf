"""The record for assistants: tools over the selections of the pages (Model Context Protocol)."""
