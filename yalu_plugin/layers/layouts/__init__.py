"""Print layouts: maps that can be published."""
