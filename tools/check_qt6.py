"""Check that every Qt name and enum value of the code exists in PyQt6, as QGIS 4 has it: a line for each that does not.

usage: check_qt6.py FOLDER...

Names are followed from the imports of qgis.PyQt through attributes of classes, as Qt.ItemDataRole.UserRole; what is
called on an object is not seen. Exit code 1 if anything is missing.
"""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# Qt 6 moved these to QtGui; qgis.PyQt.QtWidgets of QGIS 4 still has them.
MOVED = {"QAction", "QActionGroup", "QFileSystemModel", "QShortcut", "QUndoCommand", "QUndoGroup", "QUndoStack"}
OWN = {"NULL"}  # qgis.PyQt.QtCore adds it
MISSING = object()


def qt6_name(module: str, name: str) -> Any:
    """Return what PyQt6 has under this name of a module of qgis.PyQt, or MISSING."""
    if module == "qgis.PyQt":
        return importlib.import_module(f"PyQt6.{name}")
    if name in OWN:
        return None
    part = "QtGui" if name in MOVED else module.rsplit(".", 1)[1]
    return getattr(importlib.import_module(f"PyQt6.{part}"), name, MISSING)


def chain(node: ast.expr) -> list[str]:
    """Return the parts of a dotted name, or an empty list if it begins with anything else than a name."""
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.Attribute) and (before := chain(node.value)):
        return [*before, node.attr]
    return []


def missing(path: Path) -> Iterator[str]:
    """Yield a line for each name of this file that PyQt6 does not have."""
    tree = ast.parse(path.read_text("utf-8"))
    known: dict[str, Any] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt"):
            for alias in node.names:
                known[alias.asname or alias.name] = found = qt6_name(str(node.module), alias.name)
                if found is MISSING:
                    yield f"{path}:{node.lineno}: {node.module}.{alias.name}"
    for node in ast.walk(tree):
        parts = chain(node) if isinstance(node, ast.Attribute) else []
        found = known.get(parts[0]) if parts else None
        for number, part in enumerate(parts[1:], 2):
            if not isinstance(found, type):  # an object of a class, or nothing of Qt
                break
            found = getattr(found, part, MISSING)
            if found is MISSING:
                yield f"{path}:{node.lineno}: {'.'.join(parts[:number])}"


def main(folders: list[str]) -> int:
    """Print what is missing, and return the exit code."""
    paths = sorted(path for folder in folders for path in Path(folder).rglob("*.py"))
    lines = sorted({line for path in paths for line in missing(path)})
    print("\n".join(lines) or f"Every Qt name in {len(paths)} files exists in PyQt6.")
    return bool(lines)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
