"""The models of every kind of record."""
