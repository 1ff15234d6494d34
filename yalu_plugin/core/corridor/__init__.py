"""The corridor: a river line, chainage and offset on it, county reaches, and the table of crossings."""
