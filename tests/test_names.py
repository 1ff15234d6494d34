"""Names are words that a stranger reads at first sight (ARCHITECTURE.md, Glossary)."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / "yalu_plugin").rglob("*.py"))
# each was the name of many things; the glossary or the field has a term for each of them
RIDDLES = re.compile(r"^(told|untold|tells|telling|trouble|mended|mends|anew|breathe|breath|fate|nobody|somebody|"
                     r"whoever|whatever|nowhere|said|unsaid|judged|beheld|lest)$")
PARTS = re.compile(r"_+|(?<=[a-z0-9])(?=[A-Z])")


def declared(tree: ast.AST) -> Iterator[str]:
    """The names of functions, classes, arguments and variables."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr


def riddles_in(path: Path) -> list[str]:
    names = set(declared(ast.parse(path.read_text(encoding="utf-8")))) | {path.stem}
    return [name for name in sorted(names) if any(RIDDLES.match(part.lower()) for part in PARTS.split(name))]


def test_no_name_is_a_riddle() -> None:
    tools = sorted((ROOT / "tools").rglob("*.py"))
    found = {path.relative_to(ROOT).as_posix(): riddles_in(path) for path in [*FILES, *tools]}
    assert {path: names for path, names in found.items() if names} == {}


def test_a_riddle_is_found(tmp_path: Path) -> None:
    (tmp_path / "told.py").write_text("def take_back(untold, word):\n    self.trouble_count = told = 1\n")
    assert riddles_in(tmp_path / "told.py") == ["told", "trouble_count", "untold"]


def test_no_two_files_have_one_name() -> None:
    places = defaultdict(list)
    for path in FILES:
        if path.name != "__init__.py":
            places[path.name].append(path.parent.relative_to(ROOT).as_posix())
    assert {name: folders for name, folders in places.items() if len(folders) > 1} == {}


def test_no_two_classes_have_one_name() -> None:
    places = defaultdict(list)
    for path in FILES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(path.relative_to(ROOT).as_posix())
    assert {name: files for name, files in places.items() if len(files) > 1} == {}
