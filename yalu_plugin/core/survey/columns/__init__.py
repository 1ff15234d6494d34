"""The tables of a survey as columns, for a million rows of plain dicts would take gigabytes. Imported on first use."""
