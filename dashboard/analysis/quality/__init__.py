"""How far the coding, the coverage and the rule for requests can be relied on."""
