"""What flows through the program: frozen values, standard library only, no input or output."""
