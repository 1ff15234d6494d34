"""Sites for other programs: read from a survey, and written in formats of QGIS and GDAL."""
