"""What the dashboard costs, as ratios against a bare Streamlit app measured in the same run."""
