"""Reads a workbook file into records, with a finding for every cell that cannot be taken as it is."""
