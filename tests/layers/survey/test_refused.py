"""A full disk, and a network share without locks: reported in a line, nothing half-written, and nothing left over.

The kernel refuses what such a disk refuses, to a process in which a workbench is working on the survey.
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
from tests.layers.survey.test_side_files import side_files
from tests.syscall_errors import POSSIBLE

pytestmark = pytest.mark.skipif(not POSSIBLE, reason="needs Linux on a known kind of machine")
WORKBENCH = """
from tests.syscall_errors import *
from qgis.core import QgsPointXY, QgsTemporalNavigationObject
from yalu_plugin.workbench import Workbench
workbench = Workbench(QgsProject.instance(), QgsTemporalNavigationObject())
workbench.error_occurred.connect(lambda error: messages.append(str(error)))
path = folder / sys.argv[2]
def tried(work):
    try:
        work()
    except YaluError as error:
        messages.append(str(error))
def click(lon):
    workbench.annotation.add_site(QgsPointXY(lon, 41.45), "barge_dock")
"""
FULL_DISK = 'refuse(("pwrite64", "sendfile", "copy_file_range"), FULL)\n'


def messages_of(path: Path, script: str) -> list[str]:
    """Return the messages to the user while the script runs in a separate process."""
    headless = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": str(path.parent / "profile")}
    run = [sys.executable, "-c", START + WORKBENCH + script + "print(json.dumps(messages), flush=True)\nos._exit(0)\n",
           str(path.parent), path.name]
    result = subprocess.run(run, env=headless, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert result.returncode == 0, result.stderr
    messages: list[str] = json.loads(result.stdout.splitlines()[-1])
    return messages


def content(path: Path) -> list[Any]:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.record_check import check_record

    opened = open_survey(path)
    assert opened.notices == () and side_files(path) == []
    check_record(path)
    return [opened.rows(table) for table in ("sites", "observations", "audit")]


def test_a_click_and_an_undo_on_a_full_disk(survey: Any) -> None:
    messages = messages_of(survey.path, "workbench.open_survey(path)\nclick(127.5)\n"
                           f"{FULL_DISK}tried(lambda: click(127.6))\nworkbench.history.undo()\n")
    full = f"Nothing was written to {survey.path}. Check free space and the disk it is on, then try again."
    assert messages == [full, full]
    sites, _, audit = content(survey.path)
    assert [site["geom"] for site in sites[6:]] == ["Point (127.5 41.45)"]
    assert [entry["action"] for entry in audit][-1] == "Add crossing"


def test_an_edit_by_qgis_tools_on_a_full_disk_stays_in_the_buffer(survey: Any) -> None:
    before = content(survey.path)
    messages = messages_of(survey.path, f"""
workbench.open_survey(path)
layer = workbench.sites.layer()
layer.startEditing()
feature = next(layer.getFeatures())
layer.changeAttributeValue(feature.id(), layer.fields().lookupField("note"), "SYNTHETIC")
{FULL_DISK}
messages.append(str(layer.commitChanges(False)))
messages.append(str(layer.isModified()))
""")
    assert [line for line in messages if line in ("True", "False")] == ["False", "True"]
    assert content(survey.path) == before


def test_a_survey_on_a_full_disk_can_be_read(survey: Any) -> None:
    assert messages_of(survey.path, f"{FULL_DISK}workbench.open_survey(path)\n"
                   "messages.append(str(len(workbench.session.survey.rows('sites'))))\n") == ["6"]


def test_a_survey_in_a_folder_where_no_file_may_be_made(survey: Any) -> None:
    """The survey itself may be written to: SQLite fails all the same, for its journal."""
    before = content(survey.path)
    survey.path.parent.joinpath("profile").mkdir()
    survey.path.parent.chmod(0o555)
    try:
        messages = messages_of(survey.path, "refuse(('openat',), FORBIDDEN, NEW_FILE)\nworkbench.open_survey(path)\n"
                                    "tried(lambda: click(127.6))\n")
    finally:
        survey.path.parent.chmod(0o755)
    assert messages == [
        f"{survey.path} is read-only: nothing was written. Save a copy where you may write, and open that."]
    assert content(survey.path) == before


@pytest.mark.parametrize("name", ["survey.gpkg", "혜산 #1 100% q'uo\"te.gpkg"])
def test_a_share_that_refuses_locks_is_named(survey: Any, name: str) -> None:
    path = survey.path.rename(survey.path.with_name(name))
    before = content(path)
    messages = messages_of(path, "workbench.open_survey(path)\nrefuse(('fcntl',), NO_LOCKS, SET_LOCK)\n"
                         "tried(lambda: click(127.6))\ntried(lambda: workbench.open_survey(path))\n")
    assert messages == [f"{path} is in a place where files cannot be locked, as on some network shares: nothing was "
                        "written. Copy it to a folder of this computer, and open that copy."] * 2
    assert content(path) == before


def test_a_share_with_ineffective_locks_works_for_one_analyst(survey: Any) -> None:
    messages = messages_of(survey.path, "refuse(('fcntl',), GRANTED, SET_LOCK)\nworkbench.open_survey(path)\n"
                                "click(127.5)\nclick(127.6)\nworkbench.history.undo()\n")
    assert messages == []
    assert [site["geom"] for site in content(survey.path)[0][6:]] == ["Point (127.5 41.45)"]
    assert survey.path.read_bytes()[18:20] == b"\x01\x01"  # no log: that needs memory shared between computers
