"""One record served by several processes of one machine."""
