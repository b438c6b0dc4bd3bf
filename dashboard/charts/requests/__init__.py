"""Drawings of requested reports, their due days and what became of them."""
