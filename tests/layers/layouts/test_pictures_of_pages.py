"""Pages as pictures, compared with references by QGIS' own image checker (tests/data/layouts/README.md)."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

REFERENCES = Path(__file__).parents[2] / "data" / "layouts"
DAY, DPI = date(2025, 7, 30), 40
COLOUR_TOLERANCE = 40  # of 255, a channel: fonts are smoothed otherwise on other systems
MAY_DIFFER = 0.01  # of the pixels


@pytest.fixture(scope="module")
def pages(qgis_app, data, tmp_path_factory):
    """A page of each document, by name: of the published survey, with a site in Romania that has images."""
    from qgis.core import QgsProject

    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster
    from yalu_plugin.layers.layouts.overview import build_overview
    from yalu_plugin.layers.layouts.report import build_report
    from yalu_plugin.layers.project import add_survey
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.images import add_images
    from yalu_plugin.layers.survey.observations import observation
    from yalu_plugin.layers.survey.write import change

    survey = create_survey(tmp_path_factory.mktemp("pictures") / "survey.gpkg", "Survey", True)
    scenes = {str(scene.day): scene for scene in catalogue(data / "s2_romania", read_raster).scenes}
    add_images(survey, list(scenes.values()))
    site = {"id": "romania", "name": "Road end", "kind": "vehicle_ford", "geom": "POINT (22.152 45.2048)"}
    seen = [observation("romania", state, scenes[day]) for state, day in (
        ("absent", "2016-10-14"), ("present", "2017-06-06"))]
    project = QgsProject()
    project.setEllipsoid("WGS84")
    add_survey(project, survey)
    overview = build_overview(project, survey, DAY)  # without Romania, which would be on it
    change(survey.path, "test", {"sites": [site], "observations": seen})
    report = build_report(project, survey, DAY)
    sheets = report[-1]
    sheets.atlas().beginRender()
    for number in range(sheets.atlas().count()):
        if sheets.atlas().nameForPage(number) == "Road end":
            sheets.atlas().seekTo(number)
    names = ("contents", "overview", "strip_map", "corridor", "timeline")
    made = {**dict(zip(names, report)), "overview": overview, "site_sheet": sheets}
    yield made
    sheets.atlas().endRender()
    made.clear()  # before QGIS goes


@pytest.mark.parametrize("name", ["overview", "strip_map", "corridor", "timeline", "site_sheet"])
def test_page_looks_like_its_reference(pages, tmp_path, name):
    from qgis.core import QgsLayoutExporter, QgsLayoutItemLabel, QgsRenderChecker

    layout = pages[name]
    for label in (layout.itemById(item) for item in ("survey", "dates") if item == "survey" or name == "overview"):
        if isinstance(label, QgsLayoutItemLabel):
            label.setText("")  # it has today's date
    drawn, reference = tmp_path / f"{name}.png", REFERENCES / f"{name}.png"
    image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=DPI)
    image.save(str(drawn))
    if os.environ.get("YALU_NEW_REFERENCES"):
        image.save(str(reference))
    checker = QgsRenderChecker()
    checker.setColorTolerance(COLOUR_TOLERANCE)
    checker.setSizeTolerance(1, 1)
    allowed = int(image.width() * image.height() * MAY_DIFFER)
    assert checker.compareImages(name, str(reference), str(drawn), allowed), checker.report()


def test_the_checker_sees_maps_turned_wrongly(pages, tmp_path):
    from qgis.core import QgsLayoutExporter, QgsRenderChecker

    layout = pages["strip_map"]
    maps = [layout.itemById(f"panel_{slot}") for slot in (1, 2, 3)]
    for item in maps:
        item.setMapRotation(item.mapRotation() + 10)
    image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=DPI)
    for item in maps:
        item.setMapRotation(item.mapRotation() - 10)
    image.save(str(tmp_path / "changed.png"))
    checker = QgsRenderChecker()
    checker.setColorTolerance(COLOUR_TOLERANCE)
    allowed = int(image.width() * image.height() * MAY_DIFFER)
    assert not checker.compareImages("strip_map", str(REFERENCES / "strip_map.png"),
                                     str(tmp_path / "changed.png"), allowed)
