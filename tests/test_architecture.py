"""Rules that import contracts cannot express: access to windows and iface, and what may be loaded at start-up."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "yalu_plugin"
HEAVY = {"geopandas", "pandas", "shapely", "numpy", "pyproj", "pyogrio", "scipy", "matplotlib", "defusedxml",
         "pypdf"}
LOADED_ON_FIRST_USE = ("yalu_plugin.core.corridor", "yalu_plugin.core.importing", "yalu_plugin.core.survey.columns",
                        "yalu_plugin.core.map_picture")
WINDOWS = re.compile(r"^qgis\.(gui|PyQt\.QtWidgets)\b")
REGISTRIES = re.compile(
    "|".join(("pypi" + r"\.org", "pythonhosted" + r"\.org", "registry" + r"\.npmjs", r"deb\.debian" + r"\.org"))
)
MACHINE_PATHS = re.compile(r"(?<![\w./~$}-])/(?:work|root|tmp|home)/[\w.]")


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


TREES = {module_name(path): ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")}


def imported(node: ast.AST) -> Iterator[str]:
    """Yield every name an import statement may load: `from a import b` gives a and a.b."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def statements_run_on_import(body: list[ast.stmt]) -> Iterator[ast.AST]:
    """Yield the statements that run when a module is imported, without those of `if TYPE_CHECKING:`."""
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            yield from statements_run_on_import(node.orelse)
            continue
        yield node
        for field in ("body", "orelse", "finalbody"):
            yield from statements_run_on_import(getattr(node, field, []))
        for handler in getattr(node, "handlers", []):
            yield from statements_run_on_import(handler.body)


def imported_on_import(module: str) -> set[str]:
    return {name for node in statements_run_on_import(TREES[module].body) for name in imported(node)}


def reachable_from(modules: list[str]) -> set[str]:
    """Return these modules and all modules of the package that importing them loads, with their packages."""
    seen: set[str] = set()
    todo = list(modules)
    while todo:
        module = todo.pop()
        if module in TREES and module not in seen:
            seen.add(module)
            todo += imported_on_import(module)
            todo += [module.rpartition(".")[0]]
    return seen


def test_layers_and_algorithms_import_no_windows() -> None:
    found = {
        f"{module} imports {name}"
        for module, tree in TREES.items()
        if module.startswith(("yalu_plugin.layers", "yalu_plugin.algorithms"))
        for node in ast.walk(tree)
        for name in imported(node)
        if WINDOWS.match(name)
    }
    assert not found


def test_only_the_plugin_class_uses_iface() -> None:
    def names_of(node: ast.AST) -> set[str | None]:
        fields = ("id", "attr", "arg", "name")
        return {value for field in fields if isinstance(value := getattr(node, field, None), str)}

    found = {
        module
        for module, tree in TREES.items()
        if module not in ("yalu_plugin", "yalu_plugin.plugin")
        if any("iface" in names_of(node) for node in ast.walk(tree))
    }
    assert not found


def test_starting_imports_nothing_heavy() -> None:
    light = [module for module in TREES if not module.startswith(LOADED_ON_FIRST_USE)]
    found = {
        f"{module} imports {name}"
        for module in reachable_from(light)
        for name in imported_on_import(module)
        if name.partition(".")[0] in HEAVY
    }
    assert not found, "import it inside the function that uses it"


def test_no_error_is_swallowed() -> None:
    def broad(handler: ast.ExceptHandler) -> bool:
        return isinstance(handler.type, ast.Name) and handler.type.id in ("Exception", "BaseException")

    found = {
        f"{module}:{node.lineno}"
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        if node.type is None or (broad(node) and all(isinstance(line, ast.Pass) for line in node.body))
    }
    assert not found


def tracked_text() -> Iterator[tuple[Path, str]]:
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        path = ROOT / name
        if path.is_file() and b"\0" not in (content := path.read_bytes()):
            yield path, content.decode("utf-8", errors="replace")


@pytest.mark.parametrize(
    ("pattern", "meaning"),
    [
        (REGISTRIES, "the host of a package registry"),
        (MACHINE_PATHS, "an absolute path of one machine"),
        (re.compile("# " + "nosec|pragma: " + "allowlist secret"), "a suppressed security finding"),
    ],
)
def test_tracked_files_hold_none_of(pattern: re.Pattern[str], meaning: str) -> None:
    found = {str(path.relative_to(ROOT)) for path, text in tracked_text() if pattern.search(text)}
    assert not found, meaning


def test_labels_of_the_panels_show_plain_text() -> None:
    """A QLabel treats text with a tag as HTML; those of gui/labels.py do not."""
    found = {module for module, tree in TREES.items() if module.startswith("yalu_plugin.gui.")
            for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "QLabel"}
    assert found == {"yalu_plugin.gui.labels"}


def test_sql_is_composed_in_a_few_packages_and_quoted_there() -> None:
    """GDAL has no bound parameters: all values except numbers and constants of the plugin go through core.sql."""
    verbs = re.compile(r"\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE (TABLE|TRIGGER|INDEX)|DROP|PRAGMA)\b")
    found = {module for module, tree in TREES.items() for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)
            if any(isinstance(part, ast.FormattedValue) for part in node.values)
            and verbs.search("".join(str(part.value) for part in node.values if isinstance(part, ast.Constant)))}
    allowed = ("yalu_plugin.core.schema", "yalu_plugin.layers.survey.",
               "yalu_plugin.core.importing.formats.geopackage_reader")
    assert {module for module in found if not module.startswith(allowed)} == set()
