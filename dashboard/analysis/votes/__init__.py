"""Who voted how, who changed, and who votes alike."""
