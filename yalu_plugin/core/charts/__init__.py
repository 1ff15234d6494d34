"""Charts of the corridor, drawn with matplotlib: functions from data to a Figure. It is imported on first use."""
