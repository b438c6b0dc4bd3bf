"""One file a page: a script that `dashboard/app.py` names and Streamlit runs."""
