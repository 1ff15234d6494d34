"""The formats in which sites are exported: the names that scripts use, and the endings of their files."""

from __future__ import annotations

FORMAT_NAMES = {"KMZ": ".kmz", "GeoJSON": ".geojson", "GPKG": ".gpkg", "CSV": ".csv", "XLSX": ".xlsx", "GPX": ".gpx",
                "SHP": ".shp"}
FOLDERS_BY = ("kind", "county", "quarter")  # what the folders of sites in a KMZ are
