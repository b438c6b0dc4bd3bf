"""Drawings of recorded votes: marks, map, grid, groups, changes, likeness."""
