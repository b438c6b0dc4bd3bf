"""The commands of `dashboard`, one module each.

A command is a `click` command or group whose function gives the exit code; `dashboard.cli` lists
them.
"""
