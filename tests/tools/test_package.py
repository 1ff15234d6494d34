"""The staged folder and the zip packed from it."""

from __future__ import annotations

import configparser
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(tool: str, *arguments: Path | str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "tools" / tool), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    folder = tmp_path / "yalu_plugin"
    assert run("stage.py", folder).returncode == 0
    return folder


def test_staging_again_removes_missing_files_and_touches_nothing_else(staged: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in staged.rglob("*") if path.is_file()}
    (staged / "gone").mkdir()
    (staged / "gone" / "old.py").write_text("")
    assert run("stage.py", staged).returncode == 0
    assert {path: path.stat().st_mtime_ns for path in staged.rglob("*") if path.is_file()} == before
    assert not (staged / "gone").exists()


def test_the_zip_has_one_folder_and_neither_tests_nor_bytecode(staged: Path, tmp_path: Path) -> None:
    (staged / "core" / "__pycache__").mkdir(exist_ok=True)
    (staged / "core" / "__pycache__" / "x.pyc").write_bytes(b"x")
    assert run("package.py", "--dev", staged, tmp_path).returncode == 0
    with zipfile.ZipFile(next(tmp_path.glob("yalu_plugin-*.zip"))) as archive:
        names = archive.namelist()
    assert {name.split("/")[0] for name in names} == {"yalu_plugin"}
    assert {"yalu_plugin/metadata.txt", "yalu_plugin/LICENSE", "yalu_plugin/resources/data/sites.csv"} <= set(names)
    assert not [name for name in names if "test" in name or name.endswith((".pyc", ".ts"))]


def test_the_same_sources_give_the_same_zip(staged: Path, tmp_path: Path) -> None:
    contents = []
    for folder in ("first", "second"):
        (tmp_path / folder).mkdir()
        (staged / "metadata.txt").touch()
        assert run("package.py", "--dev", staged, tmp_path / folder).returncode == 0
        contents.append(next((tmp_path / folder).glob("*.zip")).read_bytes())
    assert contents[0] == contents[1]


def test_a_binary_is_refused(staged: Path, tmp_path: Path) -> None:
    (staged / "core" / "fast.so").write_bytes(b"x")
    result = run("package.py", "--dev", staged, tmp_path)
    assert result.returncode == 1
    assert "fast.so must not be shipped" in result.stderr
    assert not list(tmp_path.glob("*.zip"))


def test_a_release_needs_the_publishers_addresses(staged: Path, tmp_path: Path) -> None:
    result = run("package.py", staged, tmp_path)
    assert result.returncode == 1 and not list(tmp_path.glob("*.zip"))
    assert result.stderr.splitlines() == [
        f"metadata.txt: {key} is {value}: fill in your own, or make package DEV=1"
        for key, value in (("email", "yalu_plugin@example.org"), ("homepage", "https://example.org/yalu_plugin"),
                           ("repository", "https://example.org/yalu_plugin"),
                           ("tracker", "https://example.org/yalu_plugin/issues"))]
    metadata = staged / "metadata.txt"
    metadata.write_text(metadata.read_text("utf-8").replace("example.org", "crossings.test"), "utf-8")
    assert run("package.py", staged, tmp_path).returncode == 0


def test_the_newest_changes_are_in_the_metadata(staged: Path) -> None:
    metadata = configparser.ConfigParser()  # as QGIS reads it
    metadata.read(staged / "metadata.txt", encoding="utf-8")
    lines = metadata["general"]["changelog"].splitlines()
    newest = (ROOT / "CHANGELOG.md").read_text("utf-8").split("\n## ")[1]
    assert lines[0].startswith("[") and len(lines) > 3
    assert lines == [line.strip("# ") for line in newest.splitlines() if line.strip()]
