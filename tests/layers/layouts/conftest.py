"""Fixtures: a published survey in a project, the text and fonts of a PDF, overlaps on a page."""

from __future__ import annotations

import csv
import random
import subprocess
import unicodedata
from contextlib import ExitStack
from itertools import combinations

import pytest


@pytest.fixture(scope="module")
def published(qgis_app, tmp_path_factory):
    """The published survey, with its layers in QGIS' own project, which QGIS clears before it exits."""
    from qgis.core import QgsProject

    from yalu_plugin.layers.layouts.layout_lifetime import temporary_layouts
    from yalu_plugin.layers.project import add_survey
    from yalu_plugin.layers.survey.create import create_survey

    survey = create_survey(tmp_path_factory.mktemp("published") / "published.gpkg", "Published", True)
    project = QgsProject.instance()
    add_survey(project, survey)
    with temporary_layouts(project):
        yield project, survey
    project.clear()


@pytest.fixture
def project_of(qgis_app):
    """A function: a new project with the layers of a survey, deleted with its layouts at the end of the test."""
    from yalu_plugin.layers.layouts.layout_lifetime import temporary_project

    with ExitStack() as projects:
        yield lambda survey: projects.enter_context(temporary_project(survey))


@pytest.fixture(scope="session")
def words_of():
    """A function: the text of a PDF, with ligatures decomposed."""
    def words(path):
        output = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout
        return unicodedata.normalize("NFKC", output.decode())
    return words


@pytest.fixture(scope="session")
def fonts_of():
    """A function: the lines of pdffonts, one per font."""
    def fonts(path):
        output = subprocess.run(["pdffonts", str(path)], capture_output=True, check=True).stdout.decode()
        return output.splitlines()[2:]
    return fonts


@pytest.fixture(scope="session")
def overlaps():
    """A function: pairs of items of a layout that share ground, or an item and "page" where it reaches over the edge.

    Items without content, or left out by a rule of the template, are not there; those whose id starts with one of
    `on_purpose` lie on another by design.
    """
    return found_overlaps


def left_out(item):
    """Return whether a data-defined property of the template excludes the item from exports."""
    from qgis.core import QgsLayoutObject

    return item.dataDefinedProperties().valueAsBool(
        QgsLayoutObject.DataDefinedProperty.ExcludeFromExports, item.createExpressionContext(), False)[0]


def found_overlaps(layout, on_purpose=("\0",)):
    from qgis.core import QgsLayoutItem, QgsLayoutItemLabel, QgsLayoutItemPage

    page = layout.pageCollection().page(0).sceneBoundingRect()
    boxes = {item.id(): item.mapRectToScene(item.rect()) for item in layout.items()
             if isinstance(item, QgsLayoutItem) and not isinstance(item, QgsLayoutItemPage) and item.isVisible()
             and not (isinstance(item, QgsLayoutItemLabel) and not item.currentText()) and not left_out(item)
             and not item.id().startswith(tuple(on_purpose))}
    found = [(name, "page") for name, box in boxes.items() if not page.adjusted(-0.1, -0.1, 0.1, 0.1).contains(box)]
    for one, other in combinations(boxes, 2):
        shared = boxes[one].intersected(boxes[other])
        if shared.width() * shared.height() > 0.01:
            found.append((one, other))
    return found


@pytest.fixture(scope="session")
def unfit():
    """A function: the ids of a layout's labels whose text exceeds their item and would be cut."""
    def labels(layout):
        from qgis.core import QgsLayoutItemLabel

        from yalu_plugin.layers.layouts.text_fit import height_mm

        return [item.id() for item in layout.items()
                if isinstance(item, QgsLayoutItemLabel) and item.isVisible() and item.currentText()
                and height_mm(item) > item.rect().height() + 0.1]
    return labels


@pytest.fixture
def compiled(tmp_path, monkeypatch):
    """Compile the translations, in the place where the staged plugin has them."""
    from tools.stage import ROOT, compile_translation

    for ts in (ROOT / "resources" / "i18n").glob("*.ts"):
        compile_translation(ts, tmp_path / "i18n" / f"{ts.stem}.qm")
    monkeypatch.setattr("yalu_plugin.i18n.resource", lambda *parts: tmp_path.joinpath(*parts))


@pytest.fixture(scope="session")
def synthetic_sites(data):
    """A function: rows of so many SYNTHETIC sites along the river; 43 is the published number."""
    return lambda count: forty_three(data) if count == 43 else list(along_the_river(count))


def forty_three(data):
    with (data / "maps" / "forty_three_sites_SYNTHETIC.csv").open(encoding="utf-8") as file:
        return [{"id": row["name"], "name": row["name"], "geom": f"POINT ({row['lon']} {row['lat']})",
                 "kind": {"vehicle": "vehicle_ford", "barge": "barge_dock"}[row["kind"]]}
                for row in csv.DictReader(file)]


def along_the_river(count):
    """Return sites in clusters, as crossings are, with some of every kind."""
    from qgis.core import QgsGeometry

    from yalu_plugin.layers.survey.create import river_row
    from yalu_plugin.paths import resource

    chance = random.Random(count)
    line = QgsGeometry.fromWkt(river_row(resource("data", "yalu_river.geojson"))["geom"])
    line.convertToSingleType()
    middles = [(chance.uniform(0.1, 0.75), chance.uniform(0.002, 0.03)) for _ in range(max(3, count // 12))]
    for number in range(count):
        along = chance.gauss(*chance.choice(middles)) if chance.random() < 0.8 else chance.uniform(0.1, 0.8)
        point = line.interpolate(min(max(along, 0.02), 0.85) * line.length()).asPoint()
        kind = "barge_dock" if along > 0.7 else "vehicle_ford" if chance.random() < 0.95 else "staging_area"
        yield {"id": f"site {number}", "name": f"SYNTHETIC {number}", "kind": kind,
               "geom": f"POINT ({point.x() + chance.gauss(0, 0.001)} {point.y() + chance.gauss(0, 0.0008)})"}
