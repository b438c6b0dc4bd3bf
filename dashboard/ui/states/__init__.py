"""One State or group of States."""
