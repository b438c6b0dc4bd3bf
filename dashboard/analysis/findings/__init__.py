"""What each page found, in a sentence or two: rows in view in, a small finding out."""
