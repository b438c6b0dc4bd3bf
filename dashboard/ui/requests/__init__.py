"""Requested reports: due, drawn, listed, one by one."""
