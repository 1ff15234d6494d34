"""Print how much of each folder of the package the tests have run: statements and branches.

usage: coverage_by_folder.py DATA_FILE (of coverage, with branches)
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


def folder_of(path: str) -> str:
    """Return the folder of the package that a file is in, two levels at most; "leaves" for a file directly in it."""
    parts = PurePosixPath(path.replace("\\", "/")).parts
    inside = parts[parts.index(PACKAGE) + 1:]
    return "/".join(inside[:-1][:2]) or "leaves"


def by_folder(data_file: Path) -> dict[str, Counter[str]]:
    """Return the COUNTS of each folder, in alphabetical order. Raises coverage's NoDataError without data."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "coverage.json"
        measured = Coverage(data_file=str(data_file))
        measured.load()
        measured.json_report(outfile=str(report))
        files = json.loads(report.read_text(encoding="utf-8"))["files"]
    folders: dict[str, Counter[str]] = {}
    for path, measures in files.items():
        folders.setdefault(folder_of(path), Counter()).update({name: measures["summary"][name] for name in COUNTS})
    return dict(sorted(folders.items()))


def share(part: int, whole: int) -> str:
    """Return a share in percent, or "-" if `whole` is 0."""
    return f"{part / whole:.1%}" if whole else "-"


def row_of(folder: str, counts: Counter[str]) -> str:
    """Return a line: the folder, its statements and the share run, its branches and the share run."""
    statements, lines, branches, covered = (counts[name] for name in COUNTS)
    return f"{folder:<16}{statements:>11}{share(lines, statements):>8}{branches:>10}{share(covered, branches):>8}"


def main(data_file: Path) -> None:
    """Print a line for each folder, and one for all of them."""
    folders = by_folder(data_file)
    print(f"{'folder':<16}{'statements':>11}{'run':>8}{'branches':>10}{'run':>8}")
    for folder, counts in folders.items():
        print(row_of(folder, counts))
    print(row_of("all", sum(folders.values(), Counter())))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
