"""Zhibu turns one workbook of a party branch's year into the year's Word documents."""

__version__ = "0.2.0"
