"""Two input fields for the analyst's name and initials, which every entry of the record carries."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QLineEdit

from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.analyst import LONGEST_INITIALS, LONGEST_NAME
from yalu_plugin.settings import ANALYST_INITIALS, ANALYST_NAME


class AnalystFields:
    """The fields `name` and `initials`, filled from the settings. `prefix` is the start of their object names."""

    def __init__(self, prefix: str) -> None:
        self.name = _line(f"{prefix}_name", ANALYST_NAME.value(), LONGEST_NAME, tr(
            "Your name, as rows of the survey and entries of its record carry it"))
        self.initials = _line(f"{prefix}_initials", ANALYST_INITIALS.value(), LONGEST_INITIALS, tr(
            "Your initials, written after the name; may stay empty"))

    def save(self) -> None:
        """Save both as settings: later changes of the survey are recorded under this name."""
        ANALYST_NAME.setValue(self.name.text().strip())
        ANALYST_INITIALS.setValue(self.initials.text().strip())


def _line(name: str, text: str, longest: int, tooltip: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setObjectName(name)
    line.setMaxLength(longest)
    line.setToolTip(tooltip)
    line.setAccessibleName(tooltip)
    return line
