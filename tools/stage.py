"""Assemble the plugin as QGIS expects it: one folder with package, resources, metadata and licence.

usage: stage.py FOLDER
"""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess  # lrelease is a program
import sys
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = {"": "yalu_plugin", "resources": "resources", "guide": "docs/guide"}
EXCLUDED = {".pyc", ".ts", ".qm"}
LRELEASE = ("lrelease", "lrelease-qt5", "lrelease-qt6", "/usr/lib/qt5/bin/lrelease", "/usr/lib/qt6/bin/lrelease")


def shipped_files() -> dict[Path, Path]:
    """Return the source of each file by its target, relative to the staged folder."""
    files = {Path("LICENSE"): ROOT / "LICENSE"}
    for target, source in SOURCES.items():
        for path in (ROOT / source).rglob("*"):
            if path.is_file() and path.suffix not in EXCLUDED and not path.name.startswith("."):
                files[Path(target) / path.relative_to(ROOT / source)] = path
    return files


def metadata() -> str:
    """Return metadata.txt with the newest section of the changelog, as QGIS' plugin manager shows it."""
    sections = (ROOT / "CHANGELOG.md").read_text("utf-8").split("\n## ")
    lines = [line for line in sections[1].splitlines() if line.strip()]
    # QGIS reads the file with ConfigParser: a further line of a value is indented, % is doubled, # is a comment
    changelog = "\n ".join(line.strip("# ").replace("%", "%%") for line in lines)
    return (ROOT / "metadata.txt").read_text("utf-8") + f"changelog={changelog}\n"


def translations() -> dict[Path, Path]:
    """Return the sources of the compiled translations by their targets."""
    return {Path("resources/i18n") / f"{ts.stem}.qm": ts for ts in (ROOT / "resources/i18n").glob("*.ts")}


def lrelease() -> str:
    """Return the program that compiles translations."""
    for name in LRELEASE:
        if found := shutil.which(name):
            return found
    raise SystemExit("lrelease is missing: install Qt's translation tools (on Debian: qttools5-dev-tools).")


def compile_translation(ts: Path, qm: Path) -> None:
    """Compile one .ts file unless its .qm is newer."""
    if not qm.exists() or qm.stat().st_mtime < ts.stat().st_mtime:
        qm.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([lrelease(), "-silent", str(ts), "-qm", str(qm)], check=True)


def remove_stale(folder: Path, expected: set[Path]) -> None:
    """Delete the files in the staged folder that no longer belong there.

    Meanwhile Python may write bytecode there and another process delete it: files already missing are ignored.
    """
    for parent, _folders, names in os.walk(folder, topdown=False):  # unlike rglob, it continues if a folder vanishes
        for path in (Path(parent, name) for name in names):
            if path.relative_to(folder) not in expected:
                path.unlink(missing_ok=True)
        with suppress(OSError):  # not empty
            Path(parent).rmdir()


def stage(folder: Path) -> None:
    """Update the staged folder; unchanged files are not touched."""
    files, compiled = shipped_files(), translations()
    folder.mkdir(parents=True, exist_ok=True)
    for name, source in files.items():
        target = folder / name
        if not target.exists() or not filecmp.cmp(source, target):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
    for name, ts in compiled.items():
        compile_translation(ts, folder / name)
    described = folder / "metadata.txt"
    if not described.exists() or described.read_text("utf-8") != metadata():
        described.write_text(metadata(), "utf-8")
    remove_stale(folder, {*files, *compiled, Path(described.name)})


if __name__ == "__main__":
    stage(Path(sys.argv[1]))
