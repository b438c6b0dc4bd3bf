"""What those who run the dashboard see of a process, and how it comes and goes."""
