"""What the documents for developers mention exists, and the page about the architecture stays one page."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "yalu_plugin"
ARCHITECTURE = ROOT / "ARCHITECTURE.md"
DOCUMENTS = (ARCHITECTURE, ROOT / "CONTRIBUTING.md", ROOT / "docs" / "where-things-are.md")
CODE = ("yalu_plugin", "tools", "tests", "resources/data")
OF_POSTGIS = {"LISTEN", "to_jsonb"}
MAX_LINES = 130
FILE = re.compile(r"[\w./*-]+\.(?:py|md|csv|tsv|qml|qpt|svg|ts|gz|txt|toml|geojson|gpkg)|(?:[\w.-]+/)+")
BUILT = ("build/", "a.")  # what commands write, and examples of images


def tracked() -> set[str]:
    names = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT,
                           capture_output=True, check=True, text=True).stdout
    return {name for name in names.split("\0") if name and (ROOT / name).is_file()}


def mentioned(text: str) -> set[str]:
    """Return the names of files and folders in backticks, without those that contain <placeholders>."""
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return {name for name in re.findall(r"`([^`\n]+)`", prose) if FILE.fullmatch(name) and not name.startswith(BUILT)}


def exists(name: str, files: set[str]) -> bool:
    """Return whether a path from the root or the package, or a bare file name, is that of a file or folder."""
    if "/" not in name:
        return any(Path(file).match(name) for file in files)
    return any(any(folder.glob(name.rstrip("/"))) for folder in (ROOT, PACKAGE))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_file_mentioned_exists(path: Path) -> None:
    text, files = path.read_text(encoding="utf-8"), tracked()
    names = mentioned(text)
    assert names
    assert sorted(name for name in names if not exists(name, files)) == []


@pytest.mark.parametrize("path", [*DOCUMENTS, ROOT / "README.md", *sorted((ROOT / "docs" / "guide").glob("*.md"))],
                         ids=lambda path: path.stem)
def test_every_link_leads_to_a_file(path: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_name_in_the_code_mentioned_exists(path: Path) -> None:
    names = re.findall(r"`([A-Za-z_][\w.]*)(?:\([^`]*\))?`", path.read_text(encoding="utf-8"))
    words = {word for name in names if not FILE.fullmatch(name) for word in name.split(".") if word}
    files = [file for folder in CODE for file in (ROOT / folder).rglob("*") if file.suffix in (".py", ".csv")]
    code = "\n".join(file.read_text(encoding="utf-8") for file in files if file != Path(__file__).resolve())
    assert words
    assert sorted(word for word in words - OF_POSTGIS if not re.search(rf"\b{word}\b", code)) == []


def test_the_architecture_is_one_page() -> None:
    assert ARCHITECTURE.read_text(encoding="utf-8").count("\n") <= MAX_LINES


def test_every_term_of_the_glossary_is_used_in_the_package() -> None:
    glossary = ARCHITECTURE.read_text(encoding="utf-8").split("## Glossary", 1)[1]
    terms = [term for row in re.findall(r"^\| ([^|]+) \|", glossary, re.MULTILINE) for term in row.split(", ")]
    terms.remove("term")
    code = "\n".join(file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py"))
    assert len(terms) > 40
    assert [term for term in terms if not re.search(rf"\b{term.replace(' ', '[ _]')}s?\b", code, re.IGNORECASE)] == []
