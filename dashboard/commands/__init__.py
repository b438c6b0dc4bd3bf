"""The commands of `dashboard`, one module each.

A command module has `register(subparsers)`, which adds its parser and sets `run` to a function
from the parsed arguments to an exit code. `dashboard.cli` lists the modules.
"""
