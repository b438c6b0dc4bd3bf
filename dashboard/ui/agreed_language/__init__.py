"""A draft held against the record, and the history of a line or phrase, as pages show them."""
