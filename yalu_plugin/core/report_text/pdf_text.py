"""Reads the text of a PDF page by page, with pypdf."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.formats.content import Content
from yalu_plugin.core.importing.import_errors import FileTooLarge, PasswordNeeded, UnreadableFile
from yalu_plugin.core.report_text.published_report import MAX_CHARACTERS, Report, ScannedPages, TextTooLarge
from yalu_plugin.core.requirements import need_pypdf
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress

if TYPE_CHECKING:
    import pypdf

_HYPHENATED = re.compile(r"(?<=[^\W\d_A-Z])-\n(?=[^\W\d_A-Z])")  # a word divided at the end of a line
MAX_BYTES = 200_000_000
MAX_PAGES = 5_000


class TooManyPages(YaluError):
    """The PDF has more pages than the limit."""

    template = translatable("{path} has {count} pages, and at most {limit} are read. Split it.")


def read_pdf(content: Content, progress: Progress) -> Report:
    """Return the text of all pages, and the title and author that the file states.

    Raises MissingPackages, FileTooLarge, TooManyPages, TextTooLarge, UnreadableFile, PasswordNeeded, ScannedPages and
    Cancelled.
    """
    need_pypdf()
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    if content.size > MAX_BYTES:
        raise FileTooLarge(path=content.path, size=content.size // 1_000_000, limit=MAX_BYTES // 1_000_000)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it logs each oddity of a file
    try:
        with content.open() as stream:
            reader = PdfReader(stream, strict=False)
            if reader.is_encrypted and not reader.decrypt(""):
                raise PasswordNeeded(path=content.path)
            return _report(reader, content, progress)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, ArithmeticError, RecursionError,
            AssertionError, NotImplementedError, EOFError, OSError) as error:  # what it raises on damaged files
        raise UnreadableFile(f"{type(error).__name__}: {error}", path=content.path) from error


def _report(reader: pypdf.PdfReader, content: Content, progress: Progress) -> Report:
    count = len(reader.pages)
    if count > MAX_PAGES:
        raise TooManyPages(path=content.path, count=count, limit=MAX_PAGES)
    texts: list[str] = []
    length = 0
    for number, page in enumerate(reader.pages):
        progress(number / count)
        texts.append(_HYPHENATED.sub("", page.extract_text()))
        length += len(texts[-1])
        if length > MAX_CHARACTERS:
            raise TextTooLarge(path=content.path, limit=MAX_CHARACTERS // 1_000_000)
    if count and not any(text.strip() for text in texts):
        raise ScannedPages(path=content.path, count=count)
    stated = reader.metadata
    return Report(content.path, "\n\n".join(texts), _clean(stated.title if stated else None),
                  _clean(stated.author if stated else None))


def _clean(text: str | None) -> str:
    return " ".join((text or "").split())[:500]
