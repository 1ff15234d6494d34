"""Pages are complete even if QGIS created the CRS of their maps in a thread that has ended since."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from datetime import date

import pytest

DAY = date(2025, 7, 30)
CRS = ("EPSG:32634", "EPSG:32652", "EPSG:3035")  # of the sheet in Romania, of the maps of the Yalu, of the images
IMAGES = ("S2_L2A_romania_20161014.tif", "S2_L2A_romania_20170606.tif")


@contextmanager
def made_in_a_thread(folder):
    """Fill QGIS' caches as if images were opened in a task, and end its thread, as idle ones end after 30 s."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer

    QgsCoordinateReferenceSystem.invalidateCache()
    ready, end = threading.Event(), threading.Event()

    def work():
        crs_list = [QgsCoordinateReferenceSystem(name) for name in CRS]
        crs_list += [QgsRasterLayer(str(folder / name), name) for name in IMAGES]
        assert all(one.isValid() for one in crs_list)
        del crs_list
        ready.set()
        end.wait()

    thread = threading.Thread(target=work)
    thread.start()
    ready.wait()
    yield
    end.set()
    thread.join()


@pytest.fixture
def romania(data, new_survey, tmp_path):
    """A survey of a site with an image before and one after."""
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster
    from yalu_plugin.layers.survey.images import add_images
    from yalu_plugin.layers.survey.observations import observation

    survey = new_survey(tmp_path / "survey.gpkg", "Survey", False)
    scenes = {str(scene.day): scene for scene in catalogue(data / "s2_romania", read_raster).scenes}
    add_images(survey, list(scenes.values()))
    survey.change("test", {
        "sites": [{"id": "romania", "name": "Road end", "kind": "vehicle_ford", "geom": "POINT (22.152 45.2048)"}],
        "observations": [observation("romania", state, scenes[day]) for state, day in (
            ("absent", "2016-10-14"), ("present", "2017-06-06"))]})
    return survey


def colours(page, name):
    """Return the number of colours of a map on its page."""
    from qgis.core import QgsLayoutExporter

    dpi = 40
    image, box = QgsLayoutExporter(page).renderPageToImage(0, dpi=dpi), page.itemById(name).sceneBoundingRect()
    left, top, right, bottom = (int(mm * dpi / 25.4) for mm in (box.left(), box.top(), box.right(), box.bottom()))
    return len({image.pixel(x, y) for x in range(left, right) for y in range(top, bottom)})


def test_the_images_of_a_site_sheet_are_drawn(project_of, romania, data):
    from yalu_plugin.layers.layouts.site_sheets import build_sheets

    with made_in_a_thread(data / "s2_romania"):
        sheet = build_sheets(project_of(romania), romania, DAY)
    assert colours(sheet, "before_map") > 500 and colours(sheet, "after_map") > 500


def transformed_elsewhere(crs):
    """Transform a place on the Yalu in another thread: QGIS draws previews in threads."""
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsCoordinateTransformContext,
        QgsPointXY,
    )

    def work():
        shift = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), crs, QgsCoordinateTransformContext())
        found.append(shift.transform(QgsPointXY(127.5, 41.5)))

    found = []
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    return found[0]


@pytest.mark.parametrize("document", ["overview", "strip_map"])
def test_maps_of_the_river_can_be_drawn_in_any_thread(
        project_of, new_survey, synthetic_sites, data, tmp_path, document):
    from yalu_plugin.layers.layouts.overview import build_overview
    from yalu_plugin.layers.layouts.strip_map import build_strip_map

    survey = new_survey(tmp_path / "survey.gpkg", "Survey", False)
    survey.change("test", {"sites": synthetic_sites(43)})
    build, name = {"overview": (lambda *of: [build_overview(*of)], "main_map"),
                   "strip_map": (build_strip_map, "panel_1")}[document]
    with made_in_a_thread(data / "s2_romania"):
        page = build(project_of(survey), survey, DAY)[0]
    place = transformed_elsewhere(page.itemById(name).crs())
    assert 300_000 < place.x() < 400_000 and 4_500_000 < place.y() < 4_700_000
