"""Search, facets, period, and what is in force."""
