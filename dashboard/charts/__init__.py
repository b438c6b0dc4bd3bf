"""Drawings of the record: a frame goes in, a plotly figure comes out; nothing is filtered here."""
