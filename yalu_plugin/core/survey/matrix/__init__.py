"""Sites by dates: which columns there are, and what each cell may say. Days are numbers, as in columns.days."""
