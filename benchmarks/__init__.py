"""Speed and accuracy, each one command: `python -m benchmarks.NAME`."""
