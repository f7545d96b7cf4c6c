"""Times the program beside every other tool that fills Word templates; run with `python -m benchmarks`."""
