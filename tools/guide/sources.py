"""Pictures of the guide's page about sources of imagery: the Add menu and its dialogs, which ask no server."""

from __future__ import annotations

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QToolButton, QWidget

from tools.guide.studio import Studio

PHUNGYANG = (127.877, 41.426, 127.896, 41.437)
ADDRESS = "https://example.org/{yyyy}_{mm}/{z}/{x}/{y}.png"


def take_pictures(studio: Studio) -> None:
    """Take sources-*.png."""
    studio.fresh_survey("sources")
    studio.zoom_to_box(*PHUNGYANG)
    studio.clear_messages()
    _menu(studio)
    studio.save("sources-wayback", studio.dialog("add_wayback"))
    studio.save("sources-wmts", studio.dialog("add_wmts", lambda dialog: _first_layer(studio, dialog)))

    def enter_address(dialog: QDialog) -> None:
        studio.find("yalu_xyz_address", QLineEdit, dialog).setText(ADDRESS)

    studio.save("sources-xyz", studio.dialog("add_xyz", enter_address))


def _first_layer(studio: Studio, dialog: QDialog) -> None:
    layers = studio.find("yalu_wmts_layer", QComboBox, dialog)
    if layers.count():
        layers.setCurrentIndex(0)


def _menu(studio: Studio) -> None:
    button = studio.find("yalu_add_images", QWidget).findChild(QToolButton) or studio.find("yalu_add_images")

    def take() -> None:
        menu = QApplication.activePopupWidget()
        studio.save("sources-menu", studio.screen(menu))
        menu.close()

    QTimer.singleShot(800, take)
    button.showMenu()
    studio.settle()
