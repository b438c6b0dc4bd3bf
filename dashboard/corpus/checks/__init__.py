"""What is wrong with a record, or missing from it, with file and line."""
