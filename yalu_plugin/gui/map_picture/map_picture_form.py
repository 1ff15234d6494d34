"""The layout of the window that reads sites off a picture: the picture on the left, the pages on the right."""

from __future__ import annotations

from qgis.gui import QgsFileWidget, QgsGui, QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QSplitter,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from yalu_plugin.gui.guide import HelpKey
from yalu_plugin.gui.map_picture.dots_page import DotsPage
from yalu_plugin.gui.map_picture.picture_view import PictureView
from yalu_plugin.gui.map_picture.tie_page import TiePage
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.undo_actions import UndoKeys
from yalu_plugin.i18n import tr
from yalu_plugin.paths import resource
from yalu_plugin.settings import PICTURE_FOLDER
from yalu_plugin.workbench import Workbench
from yalu_plugin.workbench.picture_dots import PictureDots
from yalu_plugin.workbench.picture_tying import PictureTying

TIE, SAMPLE, DOT, AREA = range(4)  # what a click on the picture does


class MapPictureForm(QDialog):
    """The window's widgets, named and laid out; MapPictureDialog adds their behaviour."""

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("YaluMapPicture")
        self.setWindowTitle(tr("Sites from a picture of a map"))
        self.setAcceptDrops(True)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(1060, 640)
        QgsGui.enableAutoGeometryRestore(self)
        HelpKey(self, "map-picture")
        self.tying = PictureTying(workbench.project, self)
        self.dots = PictureDots(self.tying, workbench.session, workbench.history, self)
        self._create_widgets()
        self._create_modes()
        self._lay_out()
        UndoKeys(self, workbench.history)

    @property
    def mode(self) -> int:
        """What a click on the picture does: TIE, SAMPLE, DOT or AREA."""
        return int(self._modes.checkedId())

    def _set_mode(self, mode: int) -> None:
        self._modes.button(mode).setChecked(True)

    def _create_widgets(self) -> None:
        self._bar = QgsMessageBar(self)
        self._notices = Messages(self._bar)
        self._file = QgsFileWidget(self)
        self._file.setObjectName("yalu_picture_file")
        self._file.setFilter(f"{tr('Pictures')} (*.png *.jpg *.jpeg *.gif *.tif *.tiff *.webp *.bmp *.jp2 *.pdf);;"
                             f"{tr('All files')} (*)")
        self._file.setDefaultRoot(PICTURE_FOLDER.value())
        self._file.setToolTip(tr("The picture of a map: PNG, JPEG, GIF, TIFF, WebP or PDF"))
        self._page = QSpinBox(self, minimum=1, maximum=1, visible=False)
        self._page.setObjectName("yalu_picture_page")
        self._page.setPrefix(tr("Page") + " ")
        self._page.setKeyboardTracking(False)
        self._view = PictureView()
        self._pages = QTabWidget(self)
        self._ties, self._dots_page = TiePage(self.tying), DotsPage(self.dots)
        self._progress = QProgressBar(self, minimum=0, maximum=100, visible=False)
        self._stop = QPushButton(tr("Stop"), self, visible=False)
        self._stop.setAutoDefault(False)

    def _create_modes(self) -> None:
        self._modes = QButtonGroup(self)
        described = (
            (TIE, "tie_point", tr("Tie point"), tr("Click a place on the picture, then on the map")),
            (SAMPLE, "dot_sample", tr("Sample"), tr("Click a dot of the chosen kind: dots like it can be found then")),
            (DOT, "dot_by_hand", tr("Dot by hand"), tr("Each click adds a dot of the chosen kind")),
            (AREA, "picture_area", tr("Area"), tr("Drag over the part of the picture in which dots are searched: the "
                                                  "map without its legend")))
        for mode, name, text, tooltip in described:
            button = QToolButton(self)
            button.setObjectName(f"yalu_{name}")
            button.setIcon(QIcon(str(resource("icons", f"{name}.svg"))))
            button.setText(text)
            button.setToolTip(tooltip)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self._modes.addButton(button, mode)
        self._set_mode(TIE)

    def _lay_out(self) -> None:
        top, below, layout = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        top.addWidget(self._file, 1)
        top.addWidget(self._page)
        left = QWidget(self)
        column, modes = QVBoxLayout(left), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        for button in self._modes.buttons():
            modes.addWidget(button)
        modes.addStretch()
        column.addLayout(modes)
        column.addWidget(self._view, 1)
        self._pages.addTab(self._ties, tr("Tie points"))
        self._pages.addTab(self._dots_page, tr("Dots"))
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(left)
        splitter.addWidget(self._pages)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        below.addWidget(self._progress, 1)
        below.addWidget(self._stop)
        layout.addWidget(self._bar)
        layout.addLayout(top)
        layout.addWidget(splitter, 1)
        layout.addLayout(below)
