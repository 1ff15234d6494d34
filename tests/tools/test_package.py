"""The staged folder and the zip packed from it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(tool: str, *arguments: Path) -> subprocess.CompletedProcess[str]:
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
    assert run("package.py", staged, tmp_path).returncode == 0
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
        assert run("package.py", staged, tmp_path / folder).returncode == 0
        contents.append(next((tmp_path / folder).glob("*.zip")).read_bytes())
    assert contents[0] == contents[1]


def test_a_binary_is_refused(staged: Path, tmp_path: Path) -> None:
    (staged / "core" / "fast.so").write_bytes(b"x")
    result = run("package.py", staged, tmp_path)
    assert result.returncode == 1
    assert "fast.so must not be shipped" in result.stderr
    assert not list(tmp_path.glob("*.zip"))
