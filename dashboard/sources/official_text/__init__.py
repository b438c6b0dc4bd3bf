"""The official text of paragraphs, fetched and kept on the reader's machine."""
