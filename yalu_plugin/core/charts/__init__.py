"""Charts of the corridor, drawn with matplotlib: data in, a Figure out. matplotlib is imported on first use."""
