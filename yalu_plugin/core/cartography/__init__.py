"""Where symbols stand on a map on paper: set apart where they would lie on each other; and which reaches are dense."""
