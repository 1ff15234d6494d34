"""Print how much of each room of the package tests have run: statements and branches.

usage: coverage_by_room.py DATA_FILE (of coverage, with branches)
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path, PurePosixPath

from coverage import Coverage

PACKAGE = "yalu_plugin"
COUNTS = ("num_statements", "covered_lines", "num_branches", "covered_branches")


def room_of(path: str) -> str:
    """The folder of the package that a file lies in; "leaves" for a file directly in the package."""
    parts = PurePosixPath(path.replace("\\", "/")).parts
    inside = parts[parts.index(PACKAGE) + 1:]
    return inside[0] if len(inside) > 1 else "leaves"


def by_room(data_file: Path) -> dict[str, Counter[str]]:
    """The COUNTS of each room, in the order of the alphabet. Raises coverage's NoDataError without data."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "coverage.json"
        measured = Coverage(data_file=str(data_file))
        measured.load()
        measured.json_report(outfile=str(report))
        files = json.loads(report.read_text(encoding="utf-8"))["files"]
    rooms: dict[str, Counter[str]] = {}
    for path, measures in files.items():
        rooms.setdefault(room_of(path), Counter()).update({name: measures["summary"][name] for name in COUNTS})
    return dict(sorted(rooms.items()))


def share(part: int, whole: int) -> str:
    """A share in percent; "-" of nothing."""
    return f"{part / whole:.1%}" if whole else "-"


def row_of(room: str, counts: Counter[str]) -> str:
    """One line: the room, its statements and the share run, its branches and the share run."""
    statements, lines, branches, taken = (counts[name] for name in COUNTS)
    return f"{room:<12}{statements:>11}{share(lines, statements):>8}{branches:>10}{share(taken, branches):>8}"


def main(data_file: Path) -> None:
    """Print a line for each room, and one for all of them."""
    rooms = by_room(data_file)
    print(f"{'room':<12}{'statements':>11}{'run':>8}{'branches':>10}{'run':>8}")
    for room, counts in rooms.items():
        print(row_of(room, counts))
    print(row_of("all", sum(rooms.values(), Counter())))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
