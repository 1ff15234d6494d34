"""Pictures of the guide's page about forms and custom kinds of site."""

from __future__ import annotations

from qgis.gui import QgsColorButton
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QListWidget, QPushButton

from tools.guide.studio import Studio

KINDS = (("Cable car", "", 1, "#e69f00"), ("Rope ferry", "R", 2, "#56b4e9"), ("나루터", "", 3, "#cc79a7"))


def take_pictures(studio: Studio) -> None:
    """Take forms-kinds.png and forms-site.png."""
    studio.fresh_survey("forms")
    studio.save("forms-kinds", studio.dialog("site_kinds", lambda dialog: _enter_kinds(studio, dialog)))
    _site_form(studio)


def _enter_kinds(studio: Studio, dialog: QDialog) -> None:
    for word, key, shape, colour in KINDS:
        studio.find("yalu_kind_word", QLineEdit, dialog).setText(word)
        studio.find("yalu_kind_key", QLineEdit, dialog).setText(key)
        studio.find("yalu_kind_shape", QComboBox, dialog).setCurrentIndex(shape)
        studio.find("yalu_kind_colour", QgsColorButton, dialog).setColor(QColor(colour))
        studio.click(studio.find("yalu_kinds_add", QPushButton, dialog))
        studio.settle()
    kinds = studio.find("yalu_kinds", QListWidget, dialog)
    kinds.setCurrentRow(kinds.count() - 2)


def _site_form(studio: Studio) -> None:
    """The form of a site in which a value is refused."""
    layer = studio.bench.sites.layer()
    studio.bench.sites.select([str(studio.bench.session.facts.rows("sites")[0]["id"])])
    layer.startEditing()
    studio.find_action("yalu_site_form").trigger()
    form = next(one for one in QApplication.topLevelWidgets() if one.inherits("QgsAttributeDialog"))
    form.resize(528, 486)
    accuracy = next(one for one in form.findChildren(QLineEdit) if one.objectName() == "location_accuracy_m")
    accuracy.setText("-5")
    studio.save("forms-site", studio.screen(form))
    form.reject()
    layer.rollBack()
