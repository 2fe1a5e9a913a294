"""``python -m twosource``: the command line, where the script is not on the path."""

from twosource.show.cli import main

main(prog_name="twosource")
