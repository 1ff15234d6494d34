"""The installer of packages, run by a real Python that has QGIS but no geopandas."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

INSTALL = """
import json, sys, time
from qgis.core import QgsApplication
from qgis.gui import QgsMessageBar
app = QgsApplication([], True)
app.initQgis()
import numpy
from yalu_plugin.core.requirements import missing_packages
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.packages import PackageInstaller, packages_folder

result = {"before": missing_packages(), "numpy_before": [numpy.__version__, numpy.__file__]}
installer = PackageInstaller(Messages(QgsMessageBar()), app)
ends = []
installer.installed.connect(lambda: ends.append("installed"))
installer.failed.connect(lambda error: ends.append(error.detail or str(error)))
installer.install()
until = time.monotonic() + 110
turns = 0
while not ends and time.monotonic() < until:
    app.processEvents()
    time.sleep(0.005)
    turns += 1
result.update(end=ends, after=missing_packages(), turns=turns, last_on_path=sys.path[-1] == str(packages_folder()),
            folder=sorted(path.name for path in packages_folder().iterdir()))
del sys.modules["numpy"]
"""
AFTER = """
import json, sys
from qgis.core import QgsApplication
app = QgsApplication([], True)
app.initQgis()
from yalu_plugin.gui.packages import add_to_path
add_to_path()
import geopandas, numpy
from osgeo import gdal_array
point = geopandas.GeoSeries.from_wkt(["POINT (128.186804 41.411114)"], crs=4326).to_crs(32652)
result = {"numpy": [numpy.__version__, numpy.__file__], "east": point.x[0]}
"""
PRINT_RESULT = "print('RESULT' + json.dumps(result))\n"


def run(python: Path, script: str, profile: Path, timeout: int = 115) -> dict[str, object]:
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    environment.update(QGIS_CUSTOM_CONFIG_PATH=str(profile), QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT))
    done = subprocess.run([str(python), "-c", script + PRINT_RESULT], env=environment, capture_output=True, text=True,
                          timeout=timeout, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith("RESULT")]
    assert lines, done.stdout + done.stderr
    return json.loads(lines[-1].removeprefix("RESULT"))


def can(python: Path, statement: str) -> bool:
    return subprocess.run([str(python), "-c", statement], capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def bare_python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python with QGIS and pip, without geopandas: the one that QGIS' bindings belong to, or a venv on it."""
    base = Path(sys.base_prefix) / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    if not can(base, "import qgis.core"):
        pytest.skip("QGIS does not run on the base Python here")
    if can(base, "import geopandas"):
        pytest.skip("QGIS came with geopandas here")
    if can(base, "import pip"):
        return base
    venv = tmp_path_factory.mktemp("bare") / "venv"
    subprocess.run([str(base), "-m", "venv", "--system-site-packages", str(venv)], check=True)
    return venv / "bin" / base.name


def test_installs_what_is_missing_and_leaves_numpy_alone(bare_python: Path, tmp_path: Path) -> None:
    result = run(bare_python, INSTALL, tmp_path)
    assert {"geopandas", "defusedxml"} <= set(result["before"])
    assert result["end"] == ["installed"]
    assert result["after"] == []
    assert result["last_on_path"]
    assert {"geopandas", "defusedxml"} <= set(result["folder"])
    assert not [name for name in result["folder"] if name.startswith("numpy")]
    assert result["turns"] > 20  # the window's events ran while pip did

    later = run(bare_python, AFTER, tmp_path)
    assert later["numpy"] == result["numpy_before"]
    assert later["east"] == pytest.approx(432_000, abs=2_000)


def test_without_pip_the_command_that_installs_it_is_named(bar, monkeypatch, tmp_path: Path) -> None:
    end = outcome_of_install(bar, monkeypatch, tmp_path, "#!/bin/sh\necho No module named pip\nexit 1\n")
    from yalu_plugin.gui.packages import NoPip, pip_command

    assert isinstance(end, NoPip)
    assert pip_command() in str(end)


def test_a_failing_pip_is_reported_with_its_output(bar, monkeypatch, tmp_path: Path) -> None:
    end = outcome_of_install(bar, monkeypatch, tmp_path, "#!/bin/sh\necho no matching distribution >&2\nexit 1\n")
    from yalu_plugin.gui.packages import InstallFailed

    assert isinstance(end, InstallFailed)
    assert "geopandas" in str(end)
    assert "no matching distribution" in end.detail


def test_a_python_that_does_not_start_is_reported(bar, monkeypatch, tmp_path: Path) -> None:
    from yalu_plugin.gui.packages import InstallFailed

    end = outcome_of_install(bar, monkeypatch, tmp_path, "#!/no/such/interpreter\n")
    assert isinstance(end, InstallFailed) and end.detail


def test_installing_can_be_stopped(bar, monkeypatch, tmp_path: Path) -> None:
    from yalu_plugin.gui.packages import InstallStopped

    end = outcome_of_install(bar, monkeypatch, tmp_path, "#!/bin/sh\nexec sleep 60\n", stop=True)
    assert isinstance(end, InstallStopped)


def test_the_interpreter_is_the_one_running() -> None:
    from yalu_plugin.gui.packages import python_executable

    said = subprocess.run([str(python_executable()), "-c", "import sys; print(sys.prefix, sys.version)"],
                          capture_output=True, text=True, check=True).stdout.strip()
    assert said == f"{sys.prefix} {sys.version}"


def test_on_windows_python_is_next_to_qgis(monkeypatch, tmp_path: Path) -> None:
    from yalu_plugin.gui.packages import python_executable

    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python3.exe").touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "bin" / "qgis-bin.exe"))
    monkeypatch.setattr(sys, "exec_prefix", str(tmp_path / "apps" / "Python312"))
    assert python_executable() == tmp_path / "bin" / "python3.exe"


def test_a_missing_interpreter_gives_none(monkeypatch, tmp_path: Path) -> None:
    from yalu_plugin.gui.packages import python_executable

    monkeypatch.setattr(sys, "executable", "")
    monkeypatch.setattr(sys, "exec_prefix", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert python_executable() is None


def test_numpy_is_pinned_and_pandas_held_back_for_numpy_1(monkeypatch) -> None:
    from yalu_plugin.gui import packages

    monkeypatch.setattr(packages, "_numpy_version", lambda: "1.24.2")
    assert packages.constraint_lines() == ["numpy==1.24.2", "pandas<3"]
    monkeypatch.setattr(packages, "_numpy_version", lambda: "2.2.4")
    assert packages.constraint_lines() == ["numpy==2.2.4"]


def outcome_of_install(bar, monkeypatch, tmp_path: Path, program: str, stop: bool = False) -> object:
    """Return the error that PackageInstaller reports when `program` is run in place of Python."""
    from qgis.PyQt.QtTest import QSignalSpy

    from yalu_plugin.gui import packages
    from yalu_plugin.gui.messages import Messages

    python = tmp_path / "python3"
    python.write_text(program)
    python.chmod(0o755)
    monkeypatch.setattr(packages, "python_executable", lambda: python)
    monkeypatch.setattr(packages, "missing_packages", lambda: ["geopandas"])
    installer = packages.PackageInstaller(Messages(bar), bar)
    failed = QSignalSpy(installer.failed)
    installer.install()
    assert installer.running
    if stop:
        installer.stop()
    assert len(failed) or failed.wait(5000)
    assert bar.currentItem().text() == str(failed[0][0])
    assert not installer.running
    return failed[0][0]
