"""Charts of the corridor, from data to a Figure, drawn with matplotlib, which is imported on first use."""
