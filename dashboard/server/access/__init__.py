"""Who gets in: the rules an administrator writes, who is asking, and the one place that decides."""
