"""The picture of the guide's page about the Matrix panel."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QComboBox

from tools.guide.studio import Studio
from tools.synthetic_survey import build_survey

QUARTERS = 2


def take_pictures(studio: Studio) -> None:
    """Take matrix.png: SYNTHETIC sites by quarters."""
    path = studio.scratch / "SYNTHETIC matrix.gpkg"
    build_survey(path, 12, 240)
    studio.iface.newProject()
    studio.bench.open_survey(path)
    studio.find("YaluMatrixDock").setUserVisible(True)
    studio.go_to_day("2024-11-26")
    studio.find("yalu_matrix_columns", QComboBox).setCurrentIndex(QUARTERS)
    studio.clear_messages()
    studio.save("matrix", studio.screen(studio.find("YaluMatrixDock")))
    studio.find("YaluImageryDock").setUserVisible(True)
