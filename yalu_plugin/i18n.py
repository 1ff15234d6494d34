"""Translation of all texts that the user sees, in one context for the whole plugin."""

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
_pages: list[tuple[str, QTranslator]] = []  # of the page being created, if its language is not QGIS' own


def tr(text: str) -> str:
    """Translate `text`, which must be a literal, so that the translation files can be extracted from the source."""
    if _pages:  # bytes, because QTranslator accepts only ASCII as str
        return _pages[-1][1].translate(CONTEXT, text.encode("utf-8")) or text
    return QCoreApplication.translate(CONTEXT, text)


def error_text(error: YaluError, short: bool = False) -> str:
    """Return the error's one-line message in the user's language; `short`: with the file's name instead of its path."""
    values = {key: phrase_text(value) if isinstance(value, Phrase) else value for key, value in error.values.items()}
    if short and "path" in values:
        values["path"] = Path(str(values["path"])).name
    return tr(error.template).format(detail=error.detail, **values)


@contextmanager
def language(code: str) -> Iterator[None]:
    """Make `tr` translate to `code`, one of LANGUAGES, within the context; empty: to the language of QGIS.

    Without a translation file the language is English.
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
    """Return a phrase of the core in the user's language."""
    values = {key: phrase_text(value) if isinstance(value, Phrase) else value for key, value in phrase.values.items()}
    return tr(phrase.template).format(**values)


def current_language() -> str:
    """Return the language of the page being created, else of QGIS: a code such as en, ko_KR or zh_CN."""
    return _pages[-1][0] if _pages else QgsApplication.locale()
