"""Forms in which entries leave the program."""
