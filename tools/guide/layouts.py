"""Pictures of the guide's page about maps, site sheets and the report."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QAbstractButton, QComboBox, QDialog, QLineEdit, QWidget

from tools.guide.studio import Studio
from yalu_plugin.layers.layouts.map_documents import BOOKLET_SCALE
from yalu_plugin.layers.layouts.page_options import BOOKLET, FORMS, ORIENTATIONS, POSTER

DATA = Path(__file__).resolve().parents[2] / "tests/data"
WIDE, PAIR, TALL_PX = 880, 1000, 614  # pixels of a page, of two pages, and the height of a poster
STRIP_MAP, DATE = 1, "2025-08-01"
REPORT = (0, 5)  # its pages with the contents, and with charts and a table


def take_pictures(studio: Studio) -> None:
    """Take layouts-*.png."""
    studio.fresh_survey("layouts")
    studio.save("layouts-overview", _pages(studio, "exportoverview")[0], width=WIDE)
    studio.save("layouts-strip-map", _pages(studio, "exportstripmap")[0], width=WIDE)
    sheet = _pages(studio, "exportsitesheets")[0]
    studio.fresh_survey("sheets", published=False)
    studio.add_folder(Path(shutil.copytree(DATA / "s2_romania", studio.scratch / "sheets")))
    box = studio.bench.scenes.timeline.scenes[0].box
    studio.bench.session.change("guide", {"sites": [{
        "id": "road", "name": "Road end", "kind": "other",
        "geom": f"POINT ({(box[0] + box[2]) / 2} {(box[1] + box[3]) / 2})"}]})
    studio.save("layouts-site-sheet", _pages(studio, "exportsitesheets")[0], sheet, width=PAIR)
    studio.fresh_survey("numbered", published=False)
    studio.run("importsites", INPUT=str(DATA / "maps/forty_three_sites_SYNTHETIC.csv"),
               SURVEY=str(studio.scratch / "numbered.gpkg"), ROW_ANSWERS='{"*": "separate"}',
               OUTPUT_REPORT=str(studio.scratch / "report.json"))
    studio.settle()
    studio.save("layouts-numbered", _pages(studio, "exportoverview")[0], width=WIDE)
    report = _pages(studio, "exportreport")
    studio.save("layouts-report", *(report[page] for page in REPORT), width=PAIR)
    booklet, poster = (_pages(studio, "exportstripmap", FORM=FORMS.index(form), SCALE=BOOKLET_SCALE,
                              ORIENTATION=ORIENTATIONS.index("portrait")) for form in (BOOKLET, POSTER))
    studio.save("layouts-booklet-poster", *(page.scaledToHeight(TALL_PX, Qt.TransformationMode.SmoothTransformation)
                                           for page in (*booklet[:2], poster[0])))
    studio.save("layouts-dialog", studio.dialog("overview_map", lambda dialog: _strip_map(studio, dialog)))


def _pages(studio: Studio, algorithm: str, **parameters: object) -> list[QImage]:
    """Return the pages of a document, at 100 pixels to the inch."""
    pdf = studio.scratch / f"{algorithm}.pdf"
    survey = str(studio.bench.session.survey.path)
    studio.run(algorithm, SURVEY=survey, DATE=DATE, FORMAT=0, OUTPUT=str(pdf), **parameters)
    folder = studio.scratch / f"{algorithm}-pages"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    subprocess.run(["pdftoppm", "-png", "-r", "100", str(pdf), str(folder / "page")], check=True)
    return [QImage(str(path)) for path in sorted(folder.iterdir())]


def _strip_map(studio: Studio, dialog: QDialog) -> None:
    studio.find("yalu_export_document", QComboBox, dialog).setCurrentIndex(STRIP_MAP)
    studio.find("yalu_export_output", QWidget, dialog).findChild(QLineEdit).setText("strip map.pdf")
    studio.click(studio.find("yalu_export_preview", QAbstractButton, dialog))
    studio.settle()
