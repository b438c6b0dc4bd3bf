"""Requested deliverables: what is due, what came and after how long, what a rule finds."""
