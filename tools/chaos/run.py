"""make chaos: kill a QGIS that works on a survey 50 times in some 1,000 actions; nothing confirmed may be lost.

    build/venv/bin/python -m tools.chaos.run [KILLS [SEED]]

Every tenth is a real window on a virtual screen, the others are QGIS without a window, with the same workbench, which
starts in a second. Every fifth is killed while it writes, as soon as a journal appears next to the survey; the others
some time after the action that the seed determines. After each kill: all files next to the survey are known; the
survey opens without a question or notice; it holds what was confirmed and nothing else, except for the pending
action, which is there completely or not at all; its record is unchanged, and its replay equals the tables.
The files of a failure are stored in build/chaos.
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
FAILURES = Path(os.environ.get("YALU_BUILD", ROOT / "build")) / "chaos"
KILLS, SEED, ACTIONS = 50, 20260209, (14, 27)  # ACTIONS: confirmed before a kill
IN_WINDOW, IN_WRITING = 10, 5  # every tenth, every fifth
NAME = "혜산 #1 50% q'uo\"te", "survey é & co.gpkg"
KNOWN_SUFFIXES = ("-journal", "-wal", "-shm")
PATIENCE_S = 120


class KilledRun:
    """One run of QGIS on the survey, ended by SIGKILL."""

    def __init__(self, survey: Path, number: int, seed: int) -> None:
        self.in_window, self._random = number % IN_WINDOW == IN_WINDOW - 1, random.Random(f"{seed} {number}")
        self.in_writing = number % IN_WRITING == IN_WRITING - 1
        self._log, self._survey = survey.parent / f"log-{number}", survey
        start = [ROOT / "tools/desktop", "--enable", ROOT / "tools/chaos/life.py"] if self.in_window else [
            sys.executable, "-m", "tools.chaos.life"]
        self._output = survey.parent / f"output-{number}"
        with self._output.open("wb") as output:
            self._process = subprocess.Popen(
                [*start, survey, self._log, str(self._random.randrange(10**6))], cwd=ROOT, stdout=output, stderr=output,
                # empty settings, as in a window's new profile: one analyst
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(survey.parent)})
        self._kill()
        self._process.wait()
        self.lines = self._read_log()

    def _kill(self) -> None:
        action_count, known, logged_at = self._random.randint(*ACTIONS), 0, time.monotonic()
        while sum("done" in line for line in self._read_log()) < action_count:
            if len(self._read_log()) > known:
                known, logged_at = len(self._read_log()), time.monotonic()
            if self._process.poll() is not None or time.monotonic() > logged_at + PATIENCE_S:
                self._process.terminate()  # tools/desktop ends its child processes
                raise SystemExit(f"QGIS ended by itself, or did nothing for {PATIENCE_S} s (exit code: "
                                 f"{self._process.wait()}) after {self._read_log()[-2:]}\n"
                                 f"{self._output.read_text(errors='replace')[-3000:]}")
            time.sleep(0.02)
        journal, pid = self._survey.with_name(f"{self._survey.name}-journal"), self._read_log()[0]["pid"]
        if self.in_writing:
            end = time.monotonic() + PATIENCE_S
            while not journal.exists() and time.monotonic() < end:
                pass
        else:
            time.sleep(self._random.uniform(0, 0.5))
        os.kill(pid, signal.SIGKILL)

    def _read_log(self) -> list[dict[str, Any]]:
        text = self._log.read_text() if self._log.is_file() else ""
        return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]

    @property
    def confirmed(self) -> list[dict[str, Any]]:
        """The log lines of the confirmed actions, in order."""
        return [line for line in self.lines if "done" in line]

    @property
    def pending(self) -> dict[str, Any] | None:
        """The log line of the action that was started and not confirmed, or None."""
        return self.lines[-1] if "begin" in self.lines[-1] else None


def find_faults(survey: Path, before: Facts, life: KilledRun) -> tuple[list[str], Facts]:
    """Return what is wrong with the survey after a kill, and what it holds."""
    from yalu_plugin.core.errors import YaluError
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.verify import verify

    faults = [f"QGIS reported: {line['error']}" for line in life.lines if "error" in line]
    faults += [f"unknown file {name}" for name in side_files(survey) if name[len(survey.name):] not in KNOWN_SUFFIXES]
    for line in life.confirmed:
        before = changed(before, line["now"])
    try:
        opened = open_survey(survey)
        faults += [f"{finding.kind}: {finding.text}" for finding in verify(survey).findings]
    except YaluError as error:
        return [*faults, str(error)], before
    faults += map(str, opened.notices)
    faults += [f"{name} still exists" for name in side_files(survey)]
    found = facts_of(opened)
    wrong = differences(before, found)
    if wrong and life.pending:
        after = changed(before, with_new_ids(life.pending["now"], before, found))
        wrong = wrong if differences(after, found) else []
    return faults + wrong, found


def side_files(survey: Path) -> list[str]:
    """Return the names of the files next to the survey that start with its name."""
    return sorted(file.name for file in survey.parent.iterdir() if file.name.startswith(survey.name) and file != survey)


def line_of(number: int, life: KilledRun, remaining: list[str], wrong: list[str]) -> str:
    """Return the output line about a kill."""
    where = "window" if life.in_window else "no window"
    act = life.pending["act"] if life.pending else "nothing"
    counts = Counter(line["act"] for line in life.confirmed)
    done = ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
    files = ", ".join(name.split(".gpkg")[-1] for name in remaining) or "nothing"
    return (f"{number + 1:4} {where:9}  confirmed {len(life.confirmed):3} ({done}); under way: {act:8} "
            f"files: {files:9} {'FAULTS' if wrong else 'intact'}")


def chaos(kills: int, seed: int) -> int:
    """Kill, check, and print the results; returns the number of kills that did harm."""
    from qgis.core import QgsApplication

    from tools.synthetic_survey import build_survey

    app = QgsApplication([], True)
    app.initQgis()
    harmed, total, journals, started = 0, 0, 0, time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        survey = Path(name, *NAME)
        survey.parent.mkdir()
        build_survey(survey, 30, 300)
        from yalu_plugin.layers.survey.open import open_survey

        facts = facts_of(open_survey(survey))
        for number in range(kills):
            life, remaining = KilledRun(survey, number, seed), side_files(survey)
            copies = Path(shutil.copytree(name, Path(name + "-before"), dirs_exist_ok=True))
            wrong, facts = find_faults(survey, facts, life)
            print(line_of(number, life, remaining, wrong), *(f"       {text}" for text in wrong), sep="\n", flush=True)
            if wrong:
                shutil.copytree(copies, FAILURES / f"{seed}-{number + 1}", dirs_exist_ok=True)
            shutil.rmtree(copies)
            harmed, total, journals = harmed + bool(wrong), total + len(life.confirmed), journals + bool(remaining)
    print(f"{kills} kills in {total} confirmed actions, {journals} with a journal left, seed {seed}, "
          f"{time.monotonic() - started:.0f} s: {f'{harmed} did harm' if harmed else 'nothing was lost'}")
    return harmed


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    arguments = [int(text) for text in sys.argv[1:]]
    sys.exit(bool(chaos(*arguments, *(KILLS, SEED)[len(arguments):])))
