"""Installs the Python packages that import and corridor need, where QGIS came without them.

They are installed into a folder of the user's QGIS profile that is last on Python's path, so that QGIS' own packages
come first. numpy is pinned to QGIS' version, and the copy that pip installs is removed again, because QGIS' GDAL and
the new packages must share one numpy.
"""

from __future__ import annotations

import importlib
import importlib.util
import shutil
import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsProxyProgressTask
from qgis.PyQt.QtCore import QObject, QProcess, QTemporaryDir, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.requirements import missing_packages
from yalu_plugin.core.text import translatable
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr

_EXPECTED_DOWNLOADS = 20  # geopandas, scipy, matplotlib and their dependencies


class NoPython(YaluError):
    """The program of QGIS' Python interpreter, which would run pip, was not found."""

    template = translatable("Python's program was not found next to QGIS. Install {packages} with QGIS' own installer.")


class NoPip(YaluError):
    """The interpreter has no pip."""

    template = translatable("Python's package installer pip is missing. Run “{command}”, then press Install again.")


class InstallFailed(YaluError):
    """pip could not install the packages."""

    template = translatable("{packages} could not be installed. Check the internet connection and press Install again.")


class InstallStopped(YaluError):
    """The user stopped the installation."""

    template = translatable("Installing {packages} was stopped. Press Install to start again.")


def packages_folder() -> Path:
    """Return the folder of the packages in the profile, one for each Python version because of compiled packages."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return Path(QgsApplication.qgisSettingsDirPath()) / "python" / f"yalu_packages-{version}"


def add_to_path() -> None:
    """Add the installed packages to the end of Python's path. Called when the plugin starts."""
    folder = str(packages_folder())
    if folder not in sys.path and Path(folder).is_dir():
        sys.path.append(folder)


def python_executable() -> Path | None:
    """Return the program of the Python that QGIS runs on, or None.

    sys.executable is not suitable: inside QGIS it is QGIS itself on Windows and macOS, and on Linux the first python3
    on the PATH.
    """
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    names = (f"python{version}", f"python{version}.exe", "python3", "python3.exe", "python.exe")
    qgis_folder = Path(sys.executable or sys.exec_prefix).parent
    folders = (Path(sys.exec_prefix), Path(sys.exec_prefix) / "bin", qgis_folder, qgis_folder / "bin")
    return next((folder / name for folder in folders for name in names if (folder / name).is_file()), None)


class PackageInstaller(QObject):
    """Installs missing packages with pip in a separate process, shown in QGIS' task list, which can stop it."""

    installed = pyqtSignal()
    failed = pyqtSignal(object)

    def __init__(self, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._not_started)
        self._task: QgsProxyProgressTask | None = None
        self._names: list[str] = []
        self._output = ""
        self._stopped = False

    @property
    def running(self) -> bool:
        """Whether packages are being installed now."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def install(self) -> None:
        """Start installing; at the end `installed` or `failed` (with a YaluError, already shown) is emitted."""
        if self.running:
            return
        self._names, self._output, self._stopped = missing_packages(), "", False
        python = python_executable()
        if not self._names:
            self.installed.emit()
        elif python is None:
            self._fail(NoPython(packages=", ".join(self._names)))
        else:
            self._start(python)

    def stop(self) -> None:
        """Stop installing, if it is running."""
        if self.running:
            self._stopped = True
            self._process.kill()

    def _start(self, python: Path) -> None:
        self._work = QTemporaryDir()
        constraints = Path(self._work.path()) / "constraints.txt"
        constraints.write_text("\n".join(constraint_lines()), encoding="utf-8")
        self._task = QgsProxyProgressTask(tr("Installing {packages}").format(packages=", ".join(self._names)), True)
        self._task.canceled.connect(self.stop)
        QgsApplication.taskManager().addTask(self._task)
        self._process.start(str(python), [
            "-m", "pip", "install", "--target", str(packages_folder()), "--upgrade", "--only-binary", ":all:",
            "--no-input", "--disable-pip-version-check", "--constraint", str(constraints), *self._names])

    def _read(self) -> None:
        self._output += bytes(self._process.readAllStandardOutput()).decode("utf-8", "replace")
        collected = self._output.count("Collecting ")
        if self._task:
            self._task.setProxyProgress(min(95.0, 95.0 * collected / _EXPECTED_DOWNLOADS))

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:  # after any other one `finished` follows
            self._output = self._process.errorString()
            self._finished(-1, QProcess.ExitStatus.CrashExit)

    def _finished(self, code: int, _status: QProcess.ExitStatus) -> None:
        self._read()
        self._work.remove()
        names = ", ".join(self._names)
        if self._stopped:
            error: YaluError | None = InstallStopped(packages=names)
        elif "No module named pip" in self._output:
            error = NoPip(command=pip_command())
        elif code != 0:
            error = InstallFailed(self._output, packages=names)
        else:
            error = self._make_importable()
        self._end_task(error is None)
        if error:
            self._fail(error)
        else:
            self._messages.show_message(tr("{packages} installed").format(packages=names))
            self.installed.emit()

    def _make_importable(self) -> YaluError | None:
        """Make the packages importable now, without a restart."""
        _remove_numpy_copy(packages_folder())
        add_to_path()
        importlib.invalidate_caches()
        missing = [name for name in self._names if importlib.util.find_spec(name) is None]
        return InstallFailed(self._output, packages=", ".join(missing)) if missing else None

    def _end_task(self, success: bool) -> None:
        if self._task:
            self._task.finalize(success)
            self._task = None

    def _fail(self, error: YaluError) -> None:
        self._messages.error(error)
        self.failed.emit(error)


def constraint_lines() -> list[str]:
    """Return the constraints for pip: QGIS' version of numpy, and pandas 2 with numpy 1."""
    version = _numpy_version()
    if not version:
        return []
    return [f"numpy=={version}", *(["pandas<3"] if int(version.partition(".")[0]) < 2 else [])]


def pip_command() -> str:
    """Return the command that installs pip on this system."""
    if Path("/etc/debian_version").exists():
        return "sudo apt install python3-pip"
    return f"{python_executable()} -m ensurepip --user"


def _numpy_version() -> str:
    """Return the version of QGIS' numpy, or "", from its metadata, so that numpy itself need not be imported."""
    import importlib.metadata

    try:
        return importlib.metadata.version("numpy")
    except importlib.metadata.PackageNotFoundError:
        return ""


def _remove_numpy_copy(folder: Path) -> None:
    """Remove pip's copy of numpy if QGIS has its own."""
    used = importlib.util.find_spec("numpy")
    if used is None or used.origin is None or folder in Path(used.origin).parents:
        return
    for copy in (folder / "numpy", folder / "numpy.libs", *folder.glob("numpy-*.dist-info")):
        if copy.is_dir():
            shutil.rmtree(copy)
