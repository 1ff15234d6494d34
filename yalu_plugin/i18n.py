"""Translation of everything the user sees. One context for the whole plugin."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication

from yalu_plugin.core.errors import YaluError

CONTEXT = "Yalu"


def tr(text: str) -> str:
    """Translate `text`; call it with a literal, so that the translation files can be made from the source."""
    return QCoreApplication.translate(CONTEXT, text)


def error_text(error: YaluError, short: bool = False) -> str:
    """The one line that tells the user what happened, in the user's language; `short`: with file names, not paths."""
    values = dict(error.values)
    if short and "path" in values:
        values["path"] = Path(str(values["path"])).name
    return tr(error.template).format(detail=error.detail, **values)
