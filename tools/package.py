"""Pack the staged plugin into the zip that QGIS installs, and check it against the plugin site's rules.

usage: package.py [--dev] STAGED_FOLDER OUTPUT_FOLDER

A release needs the publisher's own addresses in metadata.txt; with --dev the placeholders there are accepted.
"""

from __future__ import annotations

import configparser
import sys
import zipfile
from pathlib import Path

MAX_BYTES = 25 * 1024 * 1024
REQUIRED = ("__init__.py", "metadata.txt", "LICENSE")
PUBLISHER = ("email", "homepage", "repository", "tracker")
PLACEHOLDER = "example.org"
FORBIDDEN_PARTS = {"tests", "__pycache__", ".git"}
FORBIDDEN_SUFFIXES = {".pyc", ".pyo", ".so", ".pyd", ".dll", ".dylib", ".exe"}
# The earliest date a zip can store; a fixed date gives the same zip for the same sources.
TIMESTAMP = (1980, 1, 1, 0, 0, 0)


def described(staged: Path) -> configparser.SectionProxy:
    """Return what metadata.txt states, read as QGIS reads it."""
    metadata = configparser.ConfigParser()
    metadata.read(staged / "metadata.txt", encoding="utf-8")
    return metadata["general"]


def placeholders(staged: Path) -> list[str]:
    """Return a line for each address of the publisher that is not filled in."""
    return [f"metadata.txt: {key} is {value}: fill in your own, or make package DEV=1"
            for key in PUBLISHER if PLACEHOLDER in (value := described(staged).get(key, PLACEHOLDER))]


def pack(staged: Path, target: Path) -> None:
    """Write every staged file under one top folder, in a fixed order with fixed dates and permissions."""
    target.unlink(missing_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in staged.rglob("*") if path.is_file()):
            if "__pycache__" in path.parts:
                continue
            info = zipfile.ZipInfo(str(Path(staged.name) / path.relative_to(staged)), TIMESTAMP)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(info, path.read_bytes())


def problems(target: Path, top: str) -> list[str]:
    """Return what the plugin site would reject."""
    with zipfile.ZipFile(target) as archive:
        names = [Path(name) for name in archive.namelist()]
    found = [f"{name} is not in {top}/" for name in names if name.parts[0] != top]
    found += [f"{name} is missing" for name in REQUIRED if Path(top) / name not in names]
    found += [
        f"{name} must not be shipped"
        for name in names
        if FORBIDDEN_PARTS & set(name.parts) or name.suffix in FORBIDDEN_SUFFIXES
    ]
    size = target.stat().st_size
    return found + ([f"the zip has {size} bytes, more than {MAX_BYTES}"] if size > MAX_BYTES else [])


def main(staged: Path, output: Path, dev: bool) -> None:
    """Pack, check, and print where the zip is."""
    target = output / f"{staged.name}-{described(staged)['version']}.zip"
    pack(staged, target)
    if found := [*problems(target, staged.name), *([] if dev else placeholders(staged))]:
        target.unlink()
        raise SystemExit("\n".join(found))
    print(f"{target} ({target.stat().st_size / 1024:.0f} kB)")


if __name__ == "__main__":
    folders = [Path(argument) for argument in sys.argv[1:] if argument != "--dev"]
    main(*folders, dev="--dev" in sys.argv)
