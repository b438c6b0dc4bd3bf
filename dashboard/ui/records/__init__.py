"""One record opened: facts, decision, paragraphs, official text."""
