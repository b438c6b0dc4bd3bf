"""What texts ask of whom, and one text beside another."""
