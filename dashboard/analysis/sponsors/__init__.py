"""Who sponsored which texts, when, and with whom."""
