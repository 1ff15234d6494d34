"""Sites as other programs read them: what an exported site is, and the formats written without QGIS."""
