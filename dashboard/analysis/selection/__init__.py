"""From the parameters of an address to the rows they select."""
