"""Single letters as keyboard shortcuts, only where no text is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QAction, QComboBox, QWidget

from yalu_plugin.gui.latin_keys import latin_key


class LetterKeys(QObject):
    """Triggers an action by its letter in the widgets it listens to, while `is_active` returns true.

    Letters are not shortcuts of the window, which would take them from text fields. They are ignored on the map while
    an editing tool of QGIS, which has letter keys itself, is active.
    """

    def __init__(self, actions: Mapping[Qt.Key, QAction], is_active: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._is_active = actions, is_active

    def listen(self, *widgets: QWidget) -> None:
        """Handle the keys of these widgets from now on."""
        for widget in widgets:
            widget.installEventFilter(self)

    def listen_within(self, panel: QWidget) -> None:
        """Handle the keys of a panel that no widget in it accepts.

        Combo boxes accept every letter, to search by it, so their keys are handled directly. Text fields keep theirs.
        """
        self.listen(panel, *(box for box in panel.findChildren(QComboBox) if not box.isEditable()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        action = self._actions.get(latin_key(event))
        if action is None or event.modifiers() != Qt.KeyboardModifier.NoModifier or _has_edit_tool(watched):
            return False
        if not self._is_active():
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            action.trigger()
        return True


def _has_edit_tool(watched: QObject) -> bool:
    tool = watched.mapTool() if isinstance(watched, QgsMapCanvas) else None
    return tool is not None and bool(tool.flags() & QgsMapTool.Flag.EditTool)
