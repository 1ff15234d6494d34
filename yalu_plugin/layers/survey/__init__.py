"""The survey file: create it, open it, read it, write it."""
