"""Tables as JSON, CSV and workbooks, and the data dictionary."""
