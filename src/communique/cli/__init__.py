"""The command line: each command translates, nothing more."""
