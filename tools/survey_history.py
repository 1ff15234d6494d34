"""Edit > Undo and Redo, as the measuring and the killing of QGIS call them without a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yalu_plugin.workbench import Workbench


def undo(workbench: Workbench) -> None:
    """Take the last change back."""
    workbench.sites_layer().undoStack().undo()


def redo(workbench: Workbench) -> None:
    """Do again what was taken back last."""
    workbench.sites_layer().undoStack().redo()
