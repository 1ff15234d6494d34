"""Reads the text of a report from a file: plain text, HTML, a Word document, a PDF."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from yalu_plugin.core.importing.formats.content import Content, file_content
from yalu_plugin.core.importing.formats.encodings import NotText, UnknownEncoding, decode
from yalu_plugin.core.report_text.docx_text import read_docx
from yalu_plugin.core.report_text.html_report import read_html
from yalu_plugin.core.report_text.pdf_text import read_pdf
from yalu_plugin.core.report_text.published_report import MAX_CHARACTERS, NoReport, NoWords, Report, TextTooLarge
from yalu_plugin.core.report_text.report_details import with_details
from yalu_plugin.core.work_progress import Progress, no_progress

SUFFIXES = (".txt", ".html", ".htm", ".xhtml", ".docx", ".pdf", ".md")
_PDF_HEADER = 1024  # bytes: something else may stand in front of it
_HTML = re.compile(r"\s*(?:<!--.*?-->\s*)?<(?:!doctype html|\?xml[^>]*\?>\s*<(?:!doctype )?html|html|head|body|div|p|"
                   r"article)\b", re.IGNORECASE | re.DOTALL)
_LINE_END = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_CHARSET = re.compile(rb"""<meta[^>]{1,200}charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_KNOWN_CHARSETS: Mapping[str, str] = {"euc-kr": "cp949", "ks_c_5601-1987": "cp949", "gb2312": "gb18030",
                                      "gbk": "gb18030", "shift_jis": "cp932", "big5": "big5hkscs", "utf8": "utf-8"}


def read_report(path: Path, progress: Progress = no_progress) -> Report:
    """Read the text, and what the file says of its title, author, day and address. It is recognised by its content.

    Raises:
        MissingFile, FileTooLarge, TooManyPages, TextTooLarge: it is missing, or exceeds a limit.
        NoReport, NoWords, ScannedPages: it is not a text to read.
        UnreadableFile, PasswordNeeded, EntitiesDeclared, TooDeep, TextTooLong: it cannot be read safely.
        MissingPackages: its format needs a missing Python package.
        Cancelled: `progress` cancelled the work.
    """
    content = file_content(path)
    head = content.head()
    if b"%PDF-" in head[:_PDF_HEADER]:
        report = read_pdf(content, progress)
    elif head.startswith(b"PK"):
        report = read_docx(content, progress)
    else:
        report = _read_characters(content, head)
    if not report.text.strip():
        raise NoWords(path=path)
    if len(report.text) > MAX_CHARACTERS:
        raise TextTooLarge(path=path, limit=MAX_CHARACTERS // 1_000_000)
    return _completed(report if report.title else replace(report, title=path.name))


def pasted_report(text: str, name: str) -> Report:
    """Return a pasted text as a report titled `name`. Raises NoWords and TextTooLarge."""
    if not text.strip():
        raise NoWords(path=name)
    if len(text) > MAX_CHARACTERS:
        raise TextTooLarge(path=name, limit=MAX_CHARACTERS // 1_000_000)
    return _completed(Report(Path(name), text, name))


def _completed(report: Report) -> Report:
    """Return the report with one kind of line ends, and what the text itself states."""
    return with_details(replace(report, text=_LINE_END.sub("\n", report.text).replace("\0", "\ufffd")))


def _read_characters(content: Content, head: bytes) -> Report:
    """Read plain text or HTML in any encoding. Raises NoReport for other files."""
    if content.size > 4 * MAX_CHARACTERS:
        raise TextTooLarge(path=content.path, limit=MAX_CHARACTERS // 1_000_000)
    if head.startswith((b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x1f\x8b", b"SQLite format 3")):
        raise NoReport(path=content.path)
    declared = _CHARSET.search(head)
    charset = declared[1].decode("ascii", "replace").lower() if declared else ""
    with content.open() as stream:
        data = stream.read()
    try:
        text = _decoded(data, content, _KNOWN_CHARSETS.get(charset, charset))
    except NotText as error:  # which speaks of lists
        raise NoReport(path=content.path) from error
    if _HTML.match(text[:4096]):
        return read_html(content.path, text)
    return Report(content.path, text)


def _decoded(data: bytes, content: Content, charset: str) -> str:
    """Decode by the declared charset if the bytes fit it, else by what they look like. Raises NotText."""
    if charset and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return decode(data, str(content.path), charset)[0]
        except UnknownEncoding:
            pass
    return decode(data, str(content.path))[0].lstrip("\ufeff")
