"""How the shipped model is made and measured; needs torch, and is not installed with the program."""
