"""Plain letters as keys, only where no text is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QAction, QComboBox, QWidget

from yalu_plugin.gui.latin_keys import latin_key


class LetterKeys(QObject):
    """Triggers an action for its letter in the widgets it listens to, while `is_active`; other keys go their way.

    A letter is no shortcut of the window: it would be taken from whoever types. QGIS' editing tools use letters of
    their own on the map: those are left to them.
    """

    def __init__(self, actions: Mapping[Qt.Key, QAction], is_active: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._is_active = actions, is_active

    def listen(self, *widgets: QWidget) -> None:
        """Hear the keys of these widgets from now on."""
        for widget in widgets:
            widget.installEventFilter(self)

    def listen_within(self, panel: QWidget) -> None:
        """Hear the keys of a panel: those that nobody in it takes. Boxes to choose from take every letter, to search
        by it, and so are heard themselves; what text is typed in keeps its letters.
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
