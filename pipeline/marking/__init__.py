"""Hands the findings back inside a copy of the user's own workbook."""
