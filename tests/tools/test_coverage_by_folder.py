"""Coverage by folder: statements and branches of a small package."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "tools" / "coverage_by_folder.py"


def python(folder: Path, *arguments: str) -> str:
    result = subprocess.run([sys.executable, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return result.stdout


def test_statements_and_branches_of_each_folder(tmp_path: Path) -> None:
    package = tmp_path / "yalu_plugin"
    for name in ("core", "gui", "core/charts"):
        (package / name).mkdir(parents=True)
        (package / name / "__init__.py").touch()
    (package / "__init__.py").touch()
    (package / "paths.py").write_text("A = 1\n")
    (package / "core" / "a.py").write_text("def sign(x):\n    if x > 0:\n        return 1\n    return -1\n")
    (package / "core" / "charts" / "c.py").write_text("C = 1\n")
    (package / "gui" / "b.py").write_text("B = 1\nC = 2\n")
    (tmp_path / "run.py").write_text("from yalu_plugin import paths\nfrom yalu_plugin.core.a import sign\nsign(1)\n")
    python(tmp_path, "-m", "coverage", "run", "--branch", "--source", "yalu_plugin", "run.py")
    head, *rows = python(tmp_path, str(TOOL), ".coverage").splitlines()
    assert head.split() == ["folder", "statements", "run", "branches", "run"]
    assert [row.split() for row in rows] == [
        ["core", "4", "75.0%", "2", "50.0%"], ["core/charts", "1", "0.0%", "0", "-"], ["gui", "2", "0.0%", "0", "-"],
        ["leaves", "1", "100.0%", "0", "-"], ["all", "8", "50.0%", "2", "50.0%"]]
