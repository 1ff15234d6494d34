"""Translation of everything the user sees. One context for the whole plugin."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

from yalu_plugin.core.errors import YaluError

CONTEXT = "Yalu"


def tr(text: str) -> str:
    """Translate `text`; call it with a literal, so that the translation files can be made from the source."""
    return QCoreApplication.translate(CONTEXT, text)


def error_text(error: YaluError) -> str:
    """The one line that tells the user what happened, in the user's language."""
    return tr(error.template).format(detail=error.detail, **error.values)
