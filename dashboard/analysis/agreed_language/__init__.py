"""A draft held against all that was adopted: what its lines come from, and what became of them."""
