"""Tells the story of each command: one straight function each, usable as a library."""
