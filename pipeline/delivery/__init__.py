"""Delivers bytes to the disk; knows nothing of workbooks."""
