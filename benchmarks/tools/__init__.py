"""Each tool fills the same job in a process of its own: `python -m benchmarks.tools.NAME JOB OUTPUT`."""
