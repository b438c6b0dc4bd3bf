"""The timeline: its lanes, marks, labels, legend and relations."""
