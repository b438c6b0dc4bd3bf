"""The record of international AI governance, from YAML files to a dashboard."""

__version__ = "0.1.0"
