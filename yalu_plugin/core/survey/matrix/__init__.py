"""The matrix of sites by dates: its columns, rows and cells. Days are numbers, see columns.day_numbers."""
