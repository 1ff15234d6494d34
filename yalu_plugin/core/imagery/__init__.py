"""Dated imagery, without QGIS: scenes, the evidence for their dates, catalogues of folders, and the timeline."""
