"""News and statements as drafts of events: what they say of themselves, and whom they name."""
