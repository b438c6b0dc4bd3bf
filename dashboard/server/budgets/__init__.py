"""What one client may ask for, so that the others do not notice: by person or by address."""
