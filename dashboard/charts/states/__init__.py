"""Drawings of States."""
