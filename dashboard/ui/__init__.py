"""The only shared Streamlit code: the view and its URL, facets, tables, records, the frame."""
