"""`python -m communique`: the command line without an installed script."""

from communique.cli.app import main

main()
