"""The dialog for a package that opens in a QGIS without the plugin: its file, its layouts, its images."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from yalu_plugin.gui.guide import HelpKey
from yalu_plugin.gui.labels import plain_label, wrapping_label
from yalu_plugin.gui.save_file import may_replace
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background, unless_deleted
from yalu_plugin.settings import EXPORT_FOLDER

if TYPE_CHECKING:
    from yalu_plugin.layers.exporting.package_images import ImageOffer, PackageImage
    from yalu_plugin.layers.survey.survey import Survey

PATH_WIDTH, LINES = 380, 3  # pixels; lines of text about the images
ENDING = ".zip"


class ShareDialog(QDialog):
    """Asks for a file, layouts and images; `path`, `wanted` and `images` are the answers.

    What images there are is found out in the background, while the user chooses the file.
    """

    def __init__(self, parent: QWidget, name: str, survey: Survey, sheets: int) -> None:
        super().__init__(parent)
        self.setObjectName("yalu_share_dialog")
        self.setWindowTitle(tr("Share with plain QGIS"))
        self._offer: ImageOffer | None = None
        self._file, self._about = QgsFileWidget(), wrapping_label("yalu_share_about")
        self._maps, self._sheets, self._images = (QCheckBox(self) for _ in range(3))
        self._lay_out(sheets)
        self._file.setFilePath(str(Path(EXPORT_FOLDER.value() or Path.home()) / f"{name}{ENDING}"))
        self._file.fileChanged.connect(self._update)
        self._help = HelpKey(self, "export-sites")
        self._task = self._look_for_images(survey)
        self.finished.connect(self._task.abandon)

    @property
    def path(self) -> Path:
        """The ZIP file."""
        entered = Path(self._file.filePath().strip())
        return entered if entered.suffix.lower() == ENDING else entered.with_name(entered.name + ENDING)

    @property
    def wanted(self) -> list[str]:
        """The layouts that the package has, see `add_layouts`."""
        return [name for name, box in (("maps", self._maps), ("sheets", self._sheets)) if box.isChecked()]

    @property
    def images(self) -> list[PackageImage]:
        """The images that the package has."""
        return list(self._offer.images) if self._offer is not None and self._images.isChecked() else []

    def accept(self) -> None:  # noqa: D102 - Qt's own
        if self.path.exists() and not may_replace(self, self.windowTitle(), self.path):
            return
        EXPORT_FOLDER.setValue(str(self.path.parent))
        super().accept()

    def _look_for_images(self, survey: Survey) -> Background:
        from yalu_plugin.layers.exporting.package_images import offer_images
        from yalu_plugin.layers.survey.images import survey_scenes

        task = Background(tr("Looking for images"), lambda task: offer_images(survey_scenes(survey), task.progress))
        task.done.connect(unless_deleted(self.show_offer))
        task.start()
        return task

    def show_offer(self, offer: ImageOffer) -> None:
        """Show how many images there are, their size, and which ones cannot be in the package."""
        self._offer = offer
        count = len(offer.images)
        self._images.setEnabled(count > 0)
        one, many = tr("1 image ({size})"), tr("{n} images ({size})")
        self._images.setText((one if count == 1 else many).format(
            n=f"{count:,}", size=QLocale().formattedDataSize(offer.size)) if count else tr("No image can be included"))
        lines = [tr("Licence does not allow a copy, or is not stated: {n}").format(n=f"{offer.not_allowed:,}"),
                 tr("On the web, in an archive, of several files or missing: {n}").format(n=f"{offer.elsewhere:,}")]
        self._about.setText("\n".join(line for line, number in zip(lines, offer[2:]) if number))

    def _lay_out(self, sheets: int) -> None:
        from yalu_plugin.layers.exporting.package_layouts import MOST_SHEETS

        self._maps.setText(tr("Overview map and strip map"))
        self._maps.setChecked(True)
        self._sheets.setText(tr("Site sheets ({n} pages)").format(n=f"{sheets:,}"))
        self._sheets.setChecked(0 < sheets <= MOST_SHEETS)
        self._images.setText(tr("Looking for images…"))
        self._images.setEnabled(False)
        self._file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self._file.setFilter(tr("ZIP (*.zip)"))
        self._file.setConfirmOverwrite(False)  # asked when it is written, also about a typed path
        self._file.setMinimumWidth(PATH_WIDTH)
        form = QFormLayout()
        for text, field, name in ((tr("File"), self._file, "file"), (tr("Layouts"), self._maps, "maps"),
                                  ("", self._sheets, "sheets"), (tr("Images"), self._images, "images")):
            field.setObjectName(f"yalu_share_{name}")
            field.setAccessibleName(text or self._sheets.text())
            form.addRow(plain_label(text), field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._write = buttons.addButton(tr("Write package"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self._about)
        column.addWidget(buttons)
        self._about.setMinimumHeight(LINES * self._about.fontMetrics().lineSpacing())

    def _update(self) -> None:
        self._write.setEnabled(bool(Path(self._file.filePath().strip()).name))
