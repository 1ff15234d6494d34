"""Without geopandas etc. the plugin opens, styles, steps, annotates and prints; the rest reports what is missing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("qgis")

ROOT = Path(__file__).resolve().parents[2]
# A module that is None in sys.modules cannot be imported: on any machine this is one where nothing was installed.
BLOCK = """
import sys
for name in ("geopandas", "pandas", "shapely", "pyogrio", "pyproj", "defusedxml"):
    sys.modules[name] = None
"""
START = """
import json
from datetime import date
from pathlib import Path
from qgis.core import QgsApplication, QgsPointXY, QgsProject, QgsTemporalNavigationObject
app = QgsApplication([], True)
app.initQgis()
from yalu_plugin.core.errors import MissingPackages
from yalu_plugin.workbench import Workbench
folder, data = Path(sys.argv[1]), Path(sys.argv[2])
project = QgsProject.instance()
navigation = QgsTemporalNavigationObject()
bench = Workbench(project, navigation)
bench.new_survey(folder / "survey.gpkg", "Yalu", published=True)
results = {}
"""
WORK = """
results["published"] = len(bench.session.need_survey().rows("sites"))
results["styled"] = bench.sites.layer().renderer().type()
site = bench.annotation.add_site(QgsPointXY(128.0, 41.4), "barge_dock")
results["after"] = len(bench.session.need_survey().rows("sites"))
results["near"] = bench.sites.nearest_known(QgsPointXY(128.0005, 41.4))[0] == site
bench.history.undo()
results["undone"] = len(bench.session.need_survey().rows("sites"))
"""
STEP = """
from yalu_plugin.core.imagery.catalogue import catalogue
from yalu_plugin.layers.imagery.raster import read_raster
bench.scenes.add(catalogue(data / "s2_romania", read_raster).scenes)
days = []
for where in ("first", "next", "last", "previous"):
    bench.imagery.step(where)
    days.append(bench.imagery.day.isoformat())
results["days"] = days
"""
PRINT = """
from yalu_plugin.layers.layouts.export import export
from yalu_plugin.layers.layouts.overview import build_overview
bench.imagery.show_day(date(2025, 7, 30))
layout = build_overview(project, bench.session.need_survey(), bench.imagery.day)
results["bytes"] = export(layout, folder / "map.pdf").stat().st_size
"""
LACKS = """
try:
    bench.river.measuring(date(2026, 1, 1))()
except MissingPackages as error:
    results["measure"] = str(error)
from yalu_plugin.core.importing.source_reader import read_source
results["csv"] = len(read_source(data / "import" / "sites.csv").rows)
try:
    read_source(data / "import" / "fords.kml")
except MissingPackages as error:
    results["kml"] = str(error)
"""
PLUGIN = """
import yalu_plugin.plugin
import yalu_plugin.algorithms.provider
late = ("yalu_plugin.plugin", "yalu_plugin.gui.importing.import_dialog")
results["loaded"] = sorted(name for name in sys.modules if name in late)
"""
END = """
bench.release()
project.clear()
print("RESULTS" + json.dumps(results))
sys.stdout.flush()
import os
os._exit(0)
"""


@pytest.fixture
def bare(data: Path, tmp_path: Path):
    """A function that runs a script in a Python with QGIS but without the packages, and returns its results."""

    def run(script: str) -> dict[str, object]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen",
                       "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile")}
        done = subprocess.run([sys.executable, "-c", BLOCK + START + script + END, str(tmp_path), str(data)],
                              env=environment, capture_output=True, text=True, timeout=100, check=False)
        results = [line for line in done.stdout.splitlines() if line.startswith("RESULTS")]
        assert results, done.stderr
        return json.loads(results[-1].removeprefix("RESULTS"))

    return run


def test_survey_styles_annotation_and_undo(bare) -> None:
    results = bare(WORK)
    assert results["published"] >= 4
    assert results["styled"] != "singleSymbol"
    assert results["after"] == results["published"] + 1
    assert results["near"]
    assert results["undone"] == results["published"]


def test_stepping_through_scenes(bare) -> None:
    assert bare(STEP)["days"] == ["2015-08-01", "2016-04-27", "2020-09-13", "2020-08-04"]


def test_printing(bare) -> None:
    assert bare(PRINT)["bytes"] > 10_000


def test_the_rest_reports_what_is_missing_and_csv_can_be_read(bare) -> None:
    results = bare(LACKS)
    for job, package in (("measure", "geopandas"), ("kml", "defusedxml")):
        assert f"{package}, which is not installed. Use Install" in results[job]
    assert results["csv"] >= 4


def test_the_plugin_itself_loads(bare) -> None:
    assert "yalu_plugin.plugin" in bare(PLUGIN)["loaded"]
