"""What Word and Excel files have in common: zip, parts, core properties."""
