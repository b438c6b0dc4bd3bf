"""What a selection shows: tables, figures, citations, downloads."""
