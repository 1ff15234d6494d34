"""What is lost when QGIS is killed is found, and what was under way is taken whole or not at all."""

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
COMING = {"sites": {"?": [127.6, 41.6, "vehicle_ford"]}, "seen": {"? image": "present"}}


def found(sites: dict[str, Any], seen: dict[str, str]) -> Any:
    return {"sites": {**BEFORE["sites"], **sites}, "seen": {**BEFORE["seen"], **seen}}


@pytest.mark.parametrize(("sites", "seen", "whole"), [
    ({}, {}, False),
    ({"b": [127.6, 41.6, "vehicle_ford"]}, {"b image": "present"}, True),
    ({"b": [127.6, 41.6, "vehicle_ford"]}, {}, False),
    ({}, {"b image": "present"}, False),
    ({"b": [127.6, 41.7, "vehicle_ford"]}, {"b image": "present"}, False),
    ({"b": [127.6, 41.6, "vehicle_ford"]}, {"b image": "present, present"}, False),
    ({"b": [127.6, 41.6, "vehicle_ford"], "c": [127.6, 41.6, "vehicle_ford"]}, {"b image": "present"}, False),
])
def test_an_action_under_way_is_whole_or_not_there(sites: Any, seen: Any, whole: bool) -> None:
    from tools.chaos.facts import changed, differences, with_new_ids

    now = found(sites, seen)
    assert (differences(changed(BEFORE, with_new_ids(COMING, BEFORE, now)), now) == []) == whole


def test_what_is_missing_and_what_is_too_much_is_named() -> None:
    from tools.chaos.facts import changed, differences

    gone = changed(BEFORE, {"sites": {"a": None}, "seen": {}})
    assert gone == {"sites": {}, "seen": BEFORE["seen"]}
    assert differences(BEFORE, gone) == ["sites a: confirmed [127.5, 41.5, 'barge_dock'], in the file None"]
    assert differences(gone, BEFORE) == ["sites a: confirmed None, in the file [127.5, 41.5, 'barge_dock']"]


@pytest.fixture
def killed(tmp_path: Path) -> Any:
    """A survey with facts before, after a QGIS without a window was killed in it with five actions confirmed."""
    from tools.chaos.facts import facts_of
    from tools.synthetic_survey import make_survey
    from yalu_plugin.layers.survey.open import open_survey

    make_survey(tmp_path / "survey.gpkg", 5, 10)
    before, log = facts_of(open_survey(tmp_path / "survey.gpkg")), tmp_path / "log"
    run = [sys.executable, "-m", "tools.chaos.life", str(tmp_path / "survey.gpkg"), str(log), "1"]
    with subprocess.Popen(run, cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
                          stderr=subprocess.DEVNULL) as process:
        while not _rests_after(log, 5, process):
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    life = SimpleNamespace(lines=lines, confirmed=[line for line in lines if "done" in line],
                           under_way=lines[-1] if "begin" in lines[-1] else None)
    return tmp_path / "survey.gpkg", before, life


def _rests_after(log: Path, actions: int, process: subprocess.Popen[bytes]) -> bool:
    """Stop the process where so many actions are confirmed and none is under way; else let it go on."""
    process.send_signal(signal.SIGSTOP)
    lines = log.read_text().splitlines() if log.exists() else []
    rests = sum('"done"' in line for line in lines) >= actions and '"done"' in lines[-1]
    if not rests:
        process.send_signal(signal.SIGCONT)
    return rests


def _lose(table: str, which: str) -> Callable[[Path], None]:
    def lose(survey: Path) -> None:
        from yalu_plugin.layers.survey.geopackage import execute, opened

        with opened(survey, update=True) as dataset:
            execute(dataset, f"DELETE FROM {table} WHERE fid = (SELECT min(fid) FROM {table} WHERE {which})")
    return lose


def _past_the_record(survey: Path) -> None:
    attack(survey, "UPDATE observations SET note = 'SYNTHETIC, past the record' WHERE fid = 1")


def _stray(survey: Path) -> None:
    survey.with_name("survey.gpkg.partial").write_bytes(b"x")


@pytest.mark.parametrize(("harm", "said"), [
    (None, []),
    (_lose("observations", "image_id IS NOT NULL"), ["unsealed: ", ", in the file None"]),
    (_lose("sites", "true"), ["unsealed: ", ", in the file None"]),
    (_past_the_record, ["changed: Rows changed without an entry in the record: 1."]),
    (_stray, ["unknown file survey.gpkg.partial", "survey.gpkg.partial is still there"]),
])
def test_harm_is_found(killed: Any, harm: Any, said: list[str]) -> None:
    from tools.chaos.run import faults

    survey, before, life = killed
    if harm:
        harm(survey)
    wrong, _ = faults(survey, before, life)
    assert len(wrong) == len(said) and all(text in line for text, line in zip(said, wrong)), wrong
