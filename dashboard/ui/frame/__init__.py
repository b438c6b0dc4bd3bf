"""What every page starts from: address, language, what stands around it."""
