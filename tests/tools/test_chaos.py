"""The chaos tool finds what a killed QGIS lost, and accepts a pending action completely or not at all."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.attack import attack

pytestmark = pytest.mark.usefixtures("qgis_app")
ROOT = Path(__file__).resolve().parents[2]
BEFORE = {"sites": {"a": [127.5, 41.5, "barge_dock"]}, "seen": {"a image": "present"}}
PENDING = {"sites": {"?": [127.6, 41.6, "vehicle_ford"]}, "seen": {"? image": "present"}}


def found(sites: dict[str, Any], seen: dict[str, str]) -> Any:
    return {"sites": {**BEFORE["sites"], **sites}, "seen": {**BEFORE["seen"], **seen}}


@pytest.mark.parametrize(("sites", "seen", "complete"), [
    ({}, {}, False),
    ({"b": [127.6, 41.6, "vehicle_ford"]}, {"b image": "present"}, True),
    ({"b": [127.6, 41.6, "vehicle_ford"]}, {}, False),
    ({}, {"b image": "present"}, False),
    ({"b": [127.6, 41.7, "vehicle_ford"]}, {"b image": "present"}, False),
    ({"b": [127.6, 41.6, "vehicle_ford"]}, {"b image": "present, present"}, False),
    ({"b": [127.6, 41.6, "vehicle_ford"], "c": [127.6, 41.6, "vehicle_ford"]}, {"b image": "present"}, False),
])
def test_a_pending_action_is_complete_or_missing(sites: Any, seen: Any, complete: bool) -> None:
    from tools.chaos.facts import changed, differences, with_new_ids

    now = found(sites, seen)
    assert (differences(changed(BEFORE, with_new_ids(PENDING, BEFORE, now)), now) == []) == complete


def test_what_is_missing_and_what_is_too_much_is_named() -> None:
    from tools.chaos.facts import changed, differences

    reduced = changed(BEFORE, {"sites": {"a": None}, "seen": {}})
    assert reduced == {"sites": {}, "seen": BEFORE["seen"]}
    assert differences(BEFORE, reduced) == ["sites a: confirmed [127.5, 41.5, 'barge_dock'], in the file None"]
    assert differences(reduced, BEFORE) == ["sites a: confirmed None, in the file [127.5, 41.5, 'barge_dock']"]


@pytest.fixture
def killed(tmp_path: Path) -> Any:
    """A survey after a QGIS without a window was killed with five confirmed actions, and its facts before."""
    from tools.chaos.facts import facts_of
    from tools.synthetic_survey import build_survey
    from yalu_plugin.layers.survey.open import open_survey

    build_survey(tmp_path / "survey.gpkg", 5, 10)
    before, log = facts_of(open_survey(tmp_path / "survey.gpkg")), tmp_path / "log"
    run = [sys.executable, "-m", "tools.chaos.life", str(tmp_path / "survey.gpkg"), str(log), "1"]
    with subprocess.Popen(run, cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
                          stderr=subprocess.DEVNULL) as process:
        while not _stop_between_actions(log, 5, process):
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    life = SimpleNamespace(lines=lines, confirmed=[line for line in lines if "done" in line],
                           pending=lines[-1] if "begin" in lines[-1] else None)
    return tmp_path / "survey.gpkg", before, life


def _stop_between_actions(log: Path, actions: int, process: subprocess.Popen[bytes]) -> bool:
    """Stop the process if so many actions are confirmed and none is pending; otherwise let it continue."""
    process.send_signal(signal.SIGSTOP)
    lines = log.read_text().splitlines() if log.exists() else []
    between = sum('"done"' in line for line in lines) >= actions and '"done"' in lines[-1]
    if not between:
        process.send_signal(signal.SIGCONT)
    return between


def _lose(table: str, which: str) -> Callable[[Path], None]:
    def lose(survey: Path) -> None:
        from yalu_plugin.layers.survey.geopackage import execute, opened

        with opened(survey, update=True) as dataset:
            execute(dataset, f"DELETE FROM {table} WHERE fid = (SELECT min(fid) FROM {table} WHERE {which})")
    return lose


def _bypass_record(survey: Path) -> None:
    attack(survey, "UPDATE observations SET note = 'SYNTHETIC, past the record' WHERE fid = 1")


def _stray(survey: Path) -> None:
    survey.with_name("survey.gpkg.partial").write_bytes(b"x")


@pytest.mark.parametrize(("damage", "expected"), [
    (None, []),
    (_lose("observations", "image_id IS NOT NULL"), ["unsealed: ", ", in the file None"]),
    (_lose("sites", "true"), ["unsealed: ", ", in the file None"]),
    (_bypass_record, ["changed: Rows changed without an entry in the record: 1."]),
    (_stray, ["unknown file survey.gpkg.partial", "survey.gpkg.partial still exists"]),
])
def test_damage_is_found(killed: Any, damage: Any, expected: list[str]) -> None:
    from tools.chaos.run import find_faults

    survey, before, life = killed
    if damage:
        damage(survey)
    wrong, _ = find_faults(survey, before, life)
    assert len(wrong) == len(expected) and all(text in line for text, line in zip(expected, wrong)), wrong
