"""What a full disk or a sudden end may cost: the change that was being made, and nothing else.

The disk is full for a process that may not make a file grow beyond a limit (RLIMIT_FSIZE).
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from yalu_plugin.core.survey.sealed_record import first_break

ROOT = Path(__file__).resolve().parents[3]
START = f"""
import json, os, resource, signal, sys
from pathlib import Path
sys.path.insert(0, {str(ROOT)!r})
from qgis.core import QgsApplication, QgsProject
app = QgsApplication([], True)
app.initQgis()
from yalu_plugin.core.errors import YaluError
from yalu_plugin.layers.survey.create import create_survey
from yalu_plugin.layers.survey.import_writing import import_rows
from yalu_plugin.layers.survey.open import open_survey
folder, messages = Path(sys.argv[1]), []

def full(size, work):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    try:
        work()
        messages.append("")
    except YaluError as error:
        messages.append(str(error))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))

def prepared(count):
    from yalu_plugin.core.importing.import_assessment import GOOD, ImportRow
    site = {{"name": "SYNTHETIC " + "x" * 200, "kind": "other", "lon": 127.5, "lat": 41.5}}
    return [ImportRow(number, GOOD, (), site) for number in range(count)]
"""
PRINT_MESSAGES = "print(json.dumps(messages))\n"


def started(folder: Path, script: str) -> subprocess.Popen[str]:
    """Start a separate process, without a window, that runs START and then `script`."""
    headless = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile")}
    return subprocess.Popen([sys.executable, "-c", START + script, str(folder)], env=headless, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def messages_of(folder: Path, script: str) -> list[str]:
    process = started(folder, script + PRINT_MESSAGES)
    out, errors = process.communicate(timeout=100)
    assert process.returncode == 0, errors
    messages: list[str] = json.loads(out.splitlines()[-1])
    return messages


@pytest.mark.parametrize("size", [30_000, 250_000, 360_000, 500_000])
def test_a_disk_full_while_creating_leaves_no_survey(tmp_path: Path, size: int) -> None:
    (message,) = messages_of(tmp_path, f"full({size}, lambda: create_survey(folder / 'new.gpkg', 'New', True))\n")
    assert message == f"Cannot create {tmp_path / 'new.gpkg'}. " \
                   "Choose another folder: one with free space, where you may write."
    assert [path.name for path in tmp_path.iterdir()] == ["profile"]


def test_a_disk_full_while_importing_leaves_the_survey_as_it_was(survey: Any, tmp_path: Path) -> None:
    before = survey.rows("sites"), survey.rows("sources"), survey.rows("audit")
    (message,) = messages_of(tmp_path, """
survey = open_survey(folder / "survey.gpkg")
full(survey.path.stat().st_size + 50_000, lambda: import_rows(survey, prepared(3000), "many"))
""")
    assert message == f"Nothing was written to {survey.path}. Check free space and the disk it is on, then try again."
    assert (survey.rows("sites"), survey.rows("sources"), survey.rows("audit")) == before


def test_a_full_disk_while_saving_the_table_keeps_the_previous_one(survey: Any, tmp_path: Path) -> None:
    pytest.importorskip("geopandas")
    (tmp_path / "table.csv").write_text("precious")
    (message,) = messages_of(tmp_path, """
from datetime import date
from yalu_plugin.layers.corridor.corridor_input import measure_survey
from yalu_plugin.core.corridor.csv_tables import write_csv
measured = measure_survey(open_survey(folder / "survey.gpkg"), None, date(2026, 1, 1))
full(100, lambda: write_csv(measured, folder / "table.csv"))
""")
    assert str(tmp_path / "table.csv") in message
    assert (tmp_path / "table.csv").read_text() == "precious"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["profile", "survey.gpkg", "table.csv"]


@pytest.mark.parametrize("kind", ["pdf", "png", "svg"])
def test_a_full_disk_while_exporting_keeps_the_previous_map(survey: Any, tmp_path: Path, kind: str) -> None:
    (tmp_path / f"map.{kind}").write_text("precious")
    (message,) = messages_of(tmp_path, f"""
from yalu_plugin.layers.layouts.export import export
from yalu_plugin.layers.layouts.overview import build_overview
from yalu_plugin.layers.project import add_survey
survey, project = open_survey(folder / "survey.gpkg"), QgsProject()
add_survey(project, survey)
layout = build_overview(project, survey, None)
full(9000, lambda: export(layout, folder / "map.{kind}"))
del layout
""")
    assert message.startswith(f"Nothing was written to {tmp_path / 'map'}.{kind}.") and "check free space" in message
    assert (tmp_path / f"map.{kind}").read_text() == "precious"
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"map.{kind}", "profile", "survey.gpkg"]


def test_an_import_killed_half_way_is_complete_or_absent(survey: Any, tmp_path: Path) -> None:
    process = started(tmp_path, """
survey, rows = open_survey(folder / "survey.gpkg"), prepared(5000)
print("ready", flush=True)
import_rows(survey, rows, "many")
print("done", flush=True)
""")
    journal = survey.path.with_name("survey.gpkg-journal")
    assert process.stdout is not None and process.stdout.readline() == "ready\n"
    while not journal.exists() and process.poll() is None:
        time.sleep(0.001)
    time.sleep(0.1)  # while rows are written
    process.send_signal(signal.SIGKILL)
    assert "done" not in process.communicate()[0]
    from yalu_plugin.layers.survey.open import open_survey

    again = open_survey(survey.path)
    assert (len(again.rows("sites")), len(again.rows("sources"))) == (6, len(survey.rows("sources")))
    assert first_break(sorted(again.rows("audit"), key=lambda row: row["seq"])) is None
