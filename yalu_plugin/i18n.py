"""Translation of everything the user sees. One context for the whole plugin."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.paths import resource

CONTEXT = "Yalu"
LANGUAGES = {"en": "English", "ko": "한국어", "zh_CN": "简体中文"}
_pages: list[tuple[str, QTranslator]] = []  # of the page being made, where it has a language of its own


def tr(text: str) -> str:
    """Translate `text`; call it with a literal, so that the translation files can be made from the source."""
    if _pages:  # bytes, for a translator takes text of ASCII only
        return _pages[-1][1].translate(CONTEXT, text.encode("utf-8")) or text
    return QCoreApplication.translate(CONTEXT, text)


def error_text(error: YaluError, short: bool = False) -> str:
    """The one line that tells the user what happened, in the user's language; `short`: with file names, not paths."""
    values = {key: phrase_text(value) if isinstance(value, Phrase) else value for key, value in error.values.items()}
    if short and "path" in values:
        values["path"] = Path(str(values["path"])).name
    return tr(error.template).format(detail=error.detail, **values)


@contextmanager
def language(code: str) -> Iterator[None]:
    """While it lasts `tr` speaks this one of LANGUAGES (empty: the window's): a page may have another than QGIS.

    A language whose translation is not there is English.
    """
    if not code:
        yield
        return
    translator = QTranslator()
    translator.load(QLocale(code), "yalu", "_", str(resource("i18n")))
    _pages.append((code, translator))
    try:
        yield
    finally:
        _pages.pop()


def phrase_text(phrase: Phrase) -> str:
    """A sentence of the core in the user's language."""
    values = {key: phrase_text(value) if isinstance(value, Phrase) else value for key, value in phrase.values.items()}
    return tr(phrase.template).format(**values)


def spoken_language() -> str:
    """The language of the page being made, or the window's: a code such as en, ko_KR, zh_CN."""
    return _pages[-1][0] if _pages else QgsApplication.locale()
