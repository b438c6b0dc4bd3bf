"""Roll calls as the UN Digital Library publishes them."""
