"""Writes workbooks to start from: the blank one of a year, and the example."""
