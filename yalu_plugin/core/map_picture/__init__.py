"""Reads sites off a picture of a map: its tie points, and the dots on it."""
