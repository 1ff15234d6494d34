"""A full disk, and a network share that knows no locks: said in a line, nothing half-written, nothing of it left.

The kernel refuses what such a disk refuses, to a process in which a workbench is at work on the survey.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.layers.survey.test_losses import ROOT, START
from tests.layers.survey.test_side_files import beside
from tests.syscall_errors import POSSIBLE

pytestmark = pytest.mark.skipif(not POSSIBLE, reason="needs Linux on a known kind of machine")
AT_WORK = """
from tests.syscall_errors import *
from qgis.core import QgsPointXY, QgsTemporalNavigationObject
from yalu_plugin.workbench import Workbench
workbench = Workbench(QgsProject.instance(), QgsTemporalNavigationObject())
workbench.trouble.connect(lambda error: told.append(str(error)))
path = folder / sys.argv[2]
def tried(work):
    try:
        work()
    except YaluError as error:
        told.append(str(error))
def click(lon):
    workbench.annotation.add_site(QgsPointXY(lon, 41.45), "barge_dock")
"""
FULL_DISK = 'refuse(("pwrite64", "sendfile", "copy_file_range"), FULL)\n'


def told_by(path: Path, script: str) -> list[str]:
    """What the user is told while the script runs in a process of its own."""
    headless = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": str(path.parent / "profile")}
    run = [sys.executable, "-c", START + AT_WORK + script + "print(json.dumps(told), flush=True)\nos._exit(0)\n",
           str(path.parent), path.name]
    ended = subprocess.run(run, env=headless, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert ended.returncode == 0, ended.stderr
    told: list[str] = json.loads(ended.stdout.splitlines()[-1])
    return told


def content(path: Path) -> list[Any]:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.record_check import check_record

    opened = open_survey(path)
    assert opened.notices == () and beside(path) == []
    check_record(path)
    return [opened.rows(table) for table in ("sites", "observations", "audit")]


def test_a_click_and_an_undo_on_a_full_disk(survey: Any) -> None:
    told = told_by(survey.path, f"workbench.open_survey(path)\nclick(127.5)\n{FULL_DISK}tried(lambda: click(127.6))\n"
                   "workbench.history.undo()\n")
    full = f"Nothing was written to {survey.path}. Check free space and the disk it is on, then try again."
    assert told == [full, full]
    sites, _, audit = content(survey.path)
    assert [site["geom"] for site in sites[6:]] == ["Point (127.5 41.45)"]
    assert [entry["action"] for entry in audit][-1] == "Add crossing"


def test_an_edit_of_qgis_own_on_a_full_disk_waits(survey: Any) -> None:
    before = content(survey.path)
    told = told_by(survey.path, f"""
workbench.open_survey(path)
layer = workbench.sites.layer()
layer.startEditing()
feature = next(layer.getFeatures())
layer.changeAttributeValue(feature.id(), layer.fields().lookupField("note"), "SYNTHETIC")
{FULL_DISK}
told.append(str(layer.commitChanges(False)))
told.append(str(layer.isModified()))
""")
    assert [line for line in told if line in ("True", "False")] == ["False", "True"]
    assert content(survey.path) == before


def test_a_survey_on_a_full_disk_can_be_looked_at(survey: Any) -> None:
    assert told_by(survey.path, f"{FULL_DISK}workbench.open_survey(path)\n"
                   "told.append(str(len(workbench.session.survey.rows('sites'))))\n") == ["6"]


def test_a_survey_in_a_folder_where_no_file_may_be_made(survey: Any) -> None:
    """The survey itself may be written to: SQLite fails all the same, for its journal."""
    before = content(survey.path)
    survey.path.parent.joinpath("profile").mkdir()
    survey.path.parent.chmod(0o555)
    try:
        told = told_by(survey.path, "refuse(('openat',), FORBIDDEN, NEW_FILE)\nworkbench.open_survey(path)\n"
                                    "tried(lambda: click(127.6))\n")
    finally:
        survey.path.parent.chmod(0o755)
    assert told == [f"{survey.path} is read-only: nothing was written. Save a copy where you may write, and open that."]
    assert content(survey.path) == before


@pytest.mark.parametrize("name", ["survey.gpkg", "혜산 #1 100% q'uo\"te.gpkg"])
def test_a_share_that_refuses_locks_is_named(survey: Any, name: str) -> None:
    path = survey.path.rename(survey.path.with_name(name))
    before = content(path)
    told = told_by(path, "workbench.open_survey(path)\nrefuse(('fcntl',), NO_LOCKS, SET_LOCK)\n"
                         "tried(lambda: click(127.6))\ntried(lambda: workbench.open_survey(path))\n")
    assert told == [f"{path} lies where no file can be locked, as on some network shares: nothing was written. Copy it "
                    "to a folder of this computer, and open that copy."] * 2
    assert content(path) == before


def test_a_share_that_promises_locks_and_keeps_none_gets_the_clicks_of_one_analyst(survey: Any) -> None:
    told = told_by(survey.path, "refuse(('fcntl',), GRANTED, SET_LOCK)\nworkbench.open_survey(path)\n"
                                "click(127.5)\nclick(127.6)\nworkbench.history.undo()\n")
    assert told == []
    assert [site["geom"] for site in content(survey.path)[0][6:]] == ["Point (127.5 41.45)"]
    assert survey.path.read_bytes()[18:20] == b"\x01\x01"  # no log: that takes memory that two computers share
