"""The ways in: command line."""
