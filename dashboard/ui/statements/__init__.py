"""What States and groups said."""
