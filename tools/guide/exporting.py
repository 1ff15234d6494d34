"""The picture of the guide's page about exports."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QDialog, QLineEdit

from tools.guide.studio import Studio


def take_pictures(studio: Studio) -> None:
    """Take export-sites-dialog.png."""
    studio.fresh_survey("Yalu crossings")
    studio.show_panel("crossings")

    def enter_file(dialog: QDialog) -> None:
        line = next(one for one in dialog.findChildren(QLineEdit) if one.text().endswith(".kmz"))
        line.setText("Yalu_crossings.kmz")  # so that the picture has no folder of this computer

    studio.save("export-sites-dialog", studio.dialog("export_sites", enter_file))
