"""Drawings of what texts ask."""
