"""Pictures of the guide's pages about the import."""

from __future__ import annotations

import os

from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QDialog, QLineEdit, QTableView, QWidget

from tools.guide.studio import Studio

ROWS, WORDS = 0, 2
LIST = ("place,lat,lon,type,date,state\n"
        "SYNTHETIC ford,41.4112,128.1869,ford,2025-09-01,washed out\n"
        "SYNTHETIC black dot,41.4085,128.1012,black,45868,present\n"
        "SYNTHETIC landing,41.465,127.690,barge dock,2025-07-30,looked for and not there\n"
        "SYNTHETIC far away,37.5,127.0,ford,2025-08-02,present\n"
        "SYNTHETIC nowhere,0,0,ford,2025-08,present\n")


def take_pictures(studio: Studio) -> None:
    """Take import-dialog.png and import-words.png, from a SYNTHETIC list."""
    studio.fresh_survey("import")
    path = studio.scratch / "SYNTHETIC crossings.csv"
    path.write_text(LIST, encoding="utf-8")
    os.chdir(path.parent)  # so that the picture has no folder of this computer

    def take(dialog: QDialog) -> None:
        line = studio.find("yalu_import_file", QWidget, dialog).findChild(QLineEdit)
        QTest.keyClicks(line, path.name)
        table = studio.find("yalu_import_rows", QTableView, dialog)
        studio.wait(lambda: table.model().rowCount() == LIST.count("\n") - 1, "the rows")
        table.selectRow(0)
        studio.save("import-dialog", studio.screen(dialog))
        studio.open_page("yalu_import_pages", WORDS, dialog)
        studio.save("import-words", studio.screen(dialog))
        dialog.reject()

    button = studio.find("yalu_import_sites_button", QAbstractButton)
    studio.show_panel("crossings")
    studio.with_dialog(lambda: studio.click(button), take)
