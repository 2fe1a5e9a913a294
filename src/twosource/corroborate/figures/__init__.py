"""Figures as assertions: what is counted or measured, what befell it, and which whole it is."""
