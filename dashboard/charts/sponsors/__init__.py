"""Drawings of sponsors: growth, shares, ranking, overlap."""
