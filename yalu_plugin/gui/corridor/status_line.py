"""A line of text that states why a page is empty, with a button to install missing packages."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from yalu_plugin.core.errors import MissingPackages, YaluError
from yalu_plugin.gui.labels import wrapping_label
from yalu_plugin.gui.packages import PackageInstaller
from yalu_plugin.i18n import error_text, tr


class StatusLine(QWidget):
    """Hidden while it has no text; `name` is the prefix of the object names of its label and its button."""

    def __init__(self, installer: PackageInstaller, name: str = "yalu_corridor") -> None:
        super().__init__()
        self._installer = installer
        self._label = wrapping_label(f"{name}_why")
        self._install = QPushButton(tr("Install"))
        self._install.setObjectName(f"{name}_install")
        self._install.setToolTip(tr("Download the missing packages into the QGIS profile"))
        self._install.clicked.connect(self._start)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._label)
        rows.addWidget(self._install, 0, Qt.AlignmentFlag.AlignLeft)
        installer.installed.connect(self._reset_button)
        installer.failed.connect(self._reset_button)
        self.set_text("")

    def set_text(self, text: str, error: YaluError | None = None) -> None:
        """Show `text`, or else the text of the error; hide without either."""
        text = text or (error_text(error) if error else "")
        self._label.setText(text)
        self._install.setVisible(isinstance(error, MissingPackages))
        self.setVisible(bool(text))

    def _start(self) -> None:
        self._install.setEnabled(False)
        self._install.setText(tr("Installing…"))
        self._installer.install()

    def _reset_button(self, _error: YaluError | None = None) -> None:
        self._install.setEnabled(True)
        self._install.setText(tr("Install"))
