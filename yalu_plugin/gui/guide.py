"""The window that shows the guide, and the key F1 that opens it."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject, Qt, QUrl
from qgis.PyQt.QtGui import QImage, QTextDocument
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from yalu_plugin.i18n import tr
from yalu_plugin.paths import guide_page

WIDTH = 720  # pixels of a page


def show_guide(page: str, parent: QWidget) -> None:
    """Show a page of the guide (file name without suffix), in the guide window if it is open, else in a new one."""
    window = parent.window()
    open_one = window.findChild(GuideWindow, "YaluGuide")
    guide = open_one or GuideWindow(window)
    guide.show_page(page)
    guide.show()
    guide.raise_()


class GuideWindow(QDialog):
    """Shows pages of the guide; links to other addresses open in the browser."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("YaluGuide")
        self.setWindowTitle(tr("Yalu: guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = _Page(self)
        self._text.setObjectName("yalu_guide")
        self._text.setOpenExternalLinks(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self._text)
        layout.addWidget(buttons)
        self.resize(WIDTH + 40, 640)

    def show_page(self, page: str) -> None:
        """Show a page, given its file name without suffix."""
        self._text.setSource(QUrl.fromLocalFile(str(guide_page(page))))


class HelpKey(QObject):
    """Handles F1 in a widget and its children before QGIS opens its own help."""

    def __init__(self, widget: QWidget, page: str) -> None:
        """`page` is the file name of a page of the guide, without suffix."""
        super().__init__(widget)
        self._page = page
        widget.installEventFilter(self)  # receives the keys that none of its children accepts

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or event.key() != Qt.Key.Key_F1:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            show_guide(self._page, watched)
        return True


class _Page(QTextBrowser):
    """Scales pictures down to the width of the page."""

    def loadResource(self, kind: int, url: QUrl) -> object:  # noqa: N802, D102 - Qt's own
        if kind != QTextDocument.ResourceType.ImageResource:
            return super().loadResource(kind, url)
        picture = QImage(self.source().resolved(url).toLocalFile())
        return picture if picture.width() <= WIDTH else picture.scaledToWidth(
            WIDTH, Qt.TransformationMode.SmoothTransformation)
