"""tools/qgis-process works with any Python on the caller's PATH."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "tools" / "qgis-process"
STDLIB = Path(os.__file__).parent

pytestmark = pytest.mark.skipif(
    sys.prefix == sys.base_prefix or shutil.which("qgis_process") is None, reason="needs tools/setup and qgis_process")


def venv(folder: Path) -> dict[str, str]:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder / "env")], check=True)
    return {"PATH": f"{folder / 'env' / 'bin'}:{os.environ['PATH']}", "VIRTUAL_ENV": str(folder / "env")}


def another_python(folder: Path) -> dict[str, str]:
    """A python3 like that of pyenv or conda, with a separate standard library, here one that does not work."""
    version = STDLIB.name
    for name in ("bin", f"lib/{version}/lib-dynload", f"lib/{version}/encodings"):
        (folder / name).mkdir(parents=True)
    (folder / f"lib/{version}/os.py").write_text("raise SystemError('not this one')\n")
    program = folder / "bin" / "python3"
    program.write_text("#!/bin/sh\necho not this one >&2\nexit 9\n")
    program.chmod(0o755)
    return {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}


def conda(folder: Path) -> dict[str, str]:
    for name in ("gdal", "proj"):
        (folder / "share" / name).mkdir(parents=True)
    (folder / "share" / "proj" / "proj.db").write_bytes(b"of another version")
    return {**another_python(folder), "CONDA_PREFIX": str(folder), "GDAL_DATA": str(folder / "share" / "gdal"),
            "PROJ_DATA": str(folder / "share" / "proj"), "PROJ_LIB": str(folder / "share" / "proj")}


def home(folder: Path) -> dict[str, str]:
    return {"PYTHONHOME": str(folder)}


def path(folder: Path) -> dict[str, str]:
    for name in ("json", "sysconfig", "qgis", "numpy"):
        (folder / f"{name}.py").write_text("raise SystemError('not this one')\n")
    return {"PYTHONPATH": str(folder), "PYTHONSTARTUP": str(folder / "json.py")}


@pytest.mark.parametrize("chosen", [venv, another_python, conda, home, path])
def test_the_callers_python_makes_no_difference(chosen: object, tmp_path: Path) -> None:
    assert callable(chosen)
    environment = {**os.environ, "YALU_BUILD": str(Path(sys.prefix).parent), **chosen(tmp_path)}
    call = [str(TOOL), "run", "yalu:createsurvey", "--", "PUBLISHED=true", f"OUTPUT={tmp_path / 'a.gpkg'}"]
    done = subprocess.run(call, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.gpkg").is_file() and "not this one" not in done.stdout + done.stderr
