"""The tables of the record: their columns and their rows."""
