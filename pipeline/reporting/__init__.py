"""Turns what a run found and wrote into text or JSON; reads, never decides."""
