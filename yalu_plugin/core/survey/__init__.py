"""The survey in memory: rows read from the file, changes applied to them, and results derived from both."""
