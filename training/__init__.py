"""How the English model is trained; not installed with the package. `python -m training --help` is the way in."""
