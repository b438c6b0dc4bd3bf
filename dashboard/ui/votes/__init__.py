"""One vote, all votes, and what changed between them."""
