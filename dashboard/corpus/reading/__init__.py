"""From YAML files to records, strictly, with every problem kept."""
