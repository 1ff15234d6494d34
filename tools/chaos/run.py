"""make chaos: a QGIS at work on a survey is killed 50 times in some 1,000 actions, and nothing confirmed may be lost.

    build/venv/bin/python -m tools.chaos.run [KILLS [SEED]]

Every tenth is a real window on a virtual screen, the others are QGIS without a window, with the same workbench: that
starts in a second. Every fifth is killed in the midst of writing, as soon as its journal lies beside the survey; the
others some time after the action that the seed says. After each kill: what lies beside the survey is known; the
survey opens without a question or notice; it holds what was confirmed and nothing else, but for the action under
way, which is there whole or not at all; its record is as it was written, and replayed it gives what the tables hold.
What a failure leaves is kept in build/chaos.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess  # QGIS is a program
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from tools.chaos.facts import Facts, changed, differences, facts_of, with_new_ids

ROOT = Path(__file__).resolve().parents[2]
KEPT = Path(os.environ.get("YALU_BUILD", ROOT / "build")) / "chaos"
KILLS, SEED, ACTIONS = 50, 20260209, (14, 27)  # confirmed before a kill
IN_WINDOW, IN_WRITING = 10, 5  # every tenth, every fifth
NAME = "혜산 #1 50% q'uo\"te", "survey é & co.gpkg"
KNOWN = ("-journal", "-wal", "-shm")
PATIENCE_S = 120


class Killed:
    """One life of QGIS on the survey, ended by SIGKILL."""

    def __init__(self, survey: Path, number: int, seed: int) -> None:
        self.in_window, self._chance = number % IN_WINDOW == IN_WINDOW - 1, random.Random(f"{seed} {number}")
        self.in_writing = number % IN_WRITING == IN_WRITING - 1
        self._log, self._survey = survey.parent / f"log-{number}", survey
        start = [ROOT / "tools/desktop", "--enable", ROOT / "tools/chaos/life.py"] if self.in_window else [
            sys.executable, "-m", "tools.chaos.life"]
        self._output = survey.parent / f"output-{number}"
        with self._output.open("wb") as output:
            self._process = subprocess.Popen(
                [*start, survey, self._log, str(self._chance.randrange(10**6))], cwd=ROOT, stdout=output, stderr=output,
                # settings of nobody, as in a window's new profile: one analyst
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(survey.parent)})
        self._kill()
        self._process.wait()
        self.lines = self._told()

    def _kill(self) -> None:
        wanted, known, told_at = self._chance.randint(*ACTIONS), 0, time.monotonic()
        while sum("done" in line for line in self._told()) < wanted:
            if len(self._told()) > known:
                known, told_at = len(self._told()), time.monotonic()
            if self._process.poll() is not None or time.monotonic() > told_at + PATIENCE_S:
                self._process.terminate()  # tools/desktop ends what it has started
                raise SystemExit(f"QGIS ended by itself, or stood still for {PATIENCE_S} s (its code: "
                                 f"{self._process.wait()}) after {self._told()[-2:]}\n"
                                 f"{self._output.read_text(errors='replace')[-3000:]}")
            time.sleep(0.02)
        journal, pid = self._survey.with_name(f"{self._survey.name}-journal"), self._told()[0]["pid"]
        if self.in_writing:
            end = time.monotonic() + PATIENCE_S
            while not journal.exists() and time.monotonic() < end:
                pass
        else:
            time.sleep(self._chance.uniform(0, 0.5))
        os.kill(pid, signal.SIGKILL)

    def _told(self) -> list[dict[str, Any]]:
        text = self._log.read_text() if self._log.is_file() else ""
        return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]

    @property
    def confirmed(self) -> list[dict[str, Any]]:
        """What was done, in order."""
        return [line for line in self.lines if "done" in line]

    @property
    def under_way(self) -> dict[str, Any] | None:
        """What was begun and not confirmed."""
        return self.lines[-1] if "begin" in self.lines[-1] else None


def faults(survey: Path, before: Facts, life: Killed) -> tuple[list[str], Facts]:
    """What is wrong with the survey after a kill, and what it holds."""
    from yalu_plugin.core.errors import YaluError
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.verify import verify

    told = [f"QGIS told: {line['error_occurred']}" for line in life.lines if "trouble" in line]
    told += [f"unknown file {name}" for name in beside(survey) if name[len(survey.name):] not in KNOWN]
    for line in life.confirmed:
        before = changed(before, line["now"])
    try:
        opened = open_survey(survey)
        told += [f"{finding.kind}: {finding.text}" for finding in verify(survey).findings]
    except YaluError as error:
        return [*told, str(error)], before
    told += map(str, opened.notices)
    told += [f"{name} is still there" for name in beside(survey)]
    found = facts_of(opened)
    wrong = differences(before, found)
    if wrong and life.under_way:
        after = changed(before, with_new_ids(life.under_way["now"], before, found))
        wrong = wrong if differences(after, found) else []
    return told + wrong, found


def beside(survey: Path) -> list[str]:
    """The names of what lies beside the survey and begins as it does."""
    return sorted(file.name for file in survey.parent.iterdir() if file.name.startswith(survey.name) and file != survey)


def line_of(number: int, life: Killed, left: list[str], wrong: list[str]) -> str:
    """One line about a kill."""
    where = "window" if life.in_window else "no window"
    act = life.under_way["act"] if life.under_way else "nothing"
    counts = Counter(line["act"] for line in life.confirmed)
    done = ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
    files = ", ".join(name.split(".gpkg")[-1] for name in left) or "nothing"
    return (f"{number + 1:4} {where:9}  confirmed {len(life.confirmed):3} ({done}); under way: {act:8} "
            f"beside: {files:9} {'FAULTS' if wrong else 'whole'}")


def chaos(kills: int, seed: int) -> int:
    """Kill, look, and tell; returns how many kills did harm."""
    from qgis.core import QgsApplication

    from tools.synthetic_survey import make_survey

    app = QgsApplication([], True)
    app.initQgis()
    harmed, total, journals, begun = 0, 0, 0, time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        survey = Path(name, *NAME)
        survey.parent.mkdir()
        make_survey(survey, 30, 300)
        from yalu_plugin.layers.survey.open import open_survey

        facts = facts_of(open_survey(survey))
        for number in range(kills):
            life, left = Killed(survey, number, seed), beside(survey)
            copies = Path(shutil.copytree(name, Path(name + "-before"), dirs_exist_ok=True))
            wrong, facts = faults(survey, facts, life)
            print(line_of(number, life, left, wrong), *(f"       {text}" for text in wrong), sep="\n", flush=True)
            if wrong:
                shutil.copytree(copies, KEPT / f"{seed}-{number + 1}", dirs_exist_ok=True)
            shutil.rmtree(copies)
            harmed, total, journals = harmed + bool(wrong), total + len(life.confirmed), journals + bool(left)
    print(f"{kills} kills in {total} confirmed actions, {journals} with a journal left, seed {seed}, "
          f"{time.monotonic() - begun:.0f} s: {f'{harmed} did harm' if harmed else 'nothing was lost'}")
    return harmed


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    given = [int(text) for text in sys.argv[1:]]
    sys.exit(bool(chaos(*given, *(KILLS, SEED)[len(given):])))
