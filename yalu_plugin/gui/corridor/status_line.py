"""A line that says why there is nothing to show, with the remedy where packages are missing."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from yalu_plugin.core.errors import MissingPackages, YaluError
from yalu_plugin.gui.labels import wrapping_label
from yalu_plugin.gui.packages import PackageInstaller
from yalu_plugin.i18n import error_text, tr


class WhyBar(QWidget):
    """Hidden until there is something to tell; `name` goes before the names of its label and its button."""

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
        installer.installed.connect(self._ended)
        installer.failed.connect(self._ended)
        self.tell("")

    def tell(self, text: str, error: YaluError | None = None) -> None:
        """Show this line, or that of an error; hide with neither."""
        text = text or (error_text(error) if error else "")
        self._label.setText(text)
        self._install.setVisible(isinstance(error, MissingPackages))
        self.setVisible(bool(text))

    def _start(self) -> None:
        self._install.setEnabled(False)
        self._install.setText(tr("Installing…"))
        self._installer.install()

    def _ended(self, _error: YaluError | None = None) -> None:
        self._install.setEnabled(True)
        self._install.setText(tr("Install"))
