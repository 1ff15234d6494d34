"""The survey in memory: rows as they come from the file, the changes that follow, and what both tell."""
