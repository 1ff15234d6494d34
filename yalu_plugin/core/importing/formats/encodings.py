"""Detects the encoding of a text.

General detectors need long texts; a list of sites is short and mostly digits. The frequency of the decoded characters
decides between the East Asian encodings: bytes of a Chinese name read as Korean give rare syllables, and vice versa.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.formats.content import CHUNK, Content
from yalu_plugin.core.importing.formats.script_weights import cyrillic_weight, weight
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress

_SAMPLE = 200_000
_WESTERN_SIGNS = b"\xb0\xb4\xba\x91\x92\x93\x94"  # degree signs and quotes in cp1252
_CYRILLIC_WORD = 2.0  # the weight of four letters: fewer may be accented letters of a western text
# Names that XML and tables use, and the supersets that programs write under these names.
_ALIASES = {"euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "ms949": "cp949", "gb2312": "gb18030",
            "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932", "utf8": "utf-8"}
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class NotText(YaluError):
    """The bytes of the file are not text in any encoding."""

    template = translatable("{path} is not a text file. Choose a CSV, or save it as CSV in its own program.")


class UnknownEncoding(YaluError):
    """The requested encoding cannot decode the file."""

    template = translatable("{path} is not written in {encoding}. Choose another encoding.")


def decode(data: bytes, path: str, encoding: str = "") -> tuple[str, str]:
    """Return (text, encoding) of all or the first bytes of a file; the encoding is detected if not given.

    `path` is for the error message. Raises NotText, and UnknownEncoding where the given encoding does not fit.
    """
    encoding = encoding or find_encoding(data)
    if not encoding:
        raise NotText(path=path)
    try:
        "x".encode(encoding)  # raises if there is no such text encoding
        text = codecs.getincrementaldecoder(encoding)().decode(data)
    except (LookupError, ValueError) as error:
        raise UnknownEncoding(str(error), path=path, encoding=encoding) from error
    if _has_control_characters(text):
        raise NotText(path=path)
    return text, encoding


def find_encoding(data: bytes) -> str:
    """Return Python's name of the encoding of `data`, "" if it is not text."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    if b"\0" in data:
        return _utf16_by_zeros(data)
    return "utf-8" if _decodes(data, "utf-8") is not None else _likely(data)[0]


def content_encoding(content: Content, progress: Progress, declared: str = "") -> str:
    """Return Python's name of the encoding that the whole content fits, "" if it is not text.

    A byte order mark decides. Else `declared` is tried first, but after UTF-8 if it is a western one, which fits
    nearly everything.
    """
    head = content.head()
    marked = next((encoding for mark, encoding in _BOMS if head.startswith(mark)), "")
    if marked or b"\0" in head:
        return marked or _utf16_by_zeros(head)
    declared = _ALIASES.get(declared.lower(), declared.lower())
    first = ("utf-8", declared) if declared.startswith(("iso-8859", "latin", "windows-12", "cp12", "us-ascii", "ascii")
                                                       ) else (declared, "utf-8")
    for encoding in first:
        if encoding and not encoding.startswith(("utf-16", "utf-32")) and _fits(content, encoding, progress):
            return encoding
    ranked = _likely(_non_ascii_lines(content))
    return next((encoding for encoding in ranked if _fits(content, encoding, progress)), "latin-1")


def decoder(encoding: str, path: Path) -> Callable[[bytes, bool], str]:
    """Return an incremental decoder; invalid bytes become U+FFFD, and a byte order mark is dropped.

    `path` is for the error message. Raises UnknownEncoding.
    """
    try:
        "x".encode(encoding)  # raises if there is no such text encoding
        return codecs.getincrementaldecoder("utf-8-sig" if encoding == "utf-8" else encoding)("replace").decode
    except (LookupError, ValueError) as error:
        raise UnknownEncoding(str(error), path=path, encoding=encoding) from error


def _fits(content: Content, encoding: str, progress: Progress) -> bool:
    """Whether all bytes are valid in this encoding."""
    try:
        decode_more = codecs.getincrementaldecoder(encoding)().decode
        with content.open_with_progress(lambda fraction: progress(0.0)) as stream:
            while data := stream.read(CHUNK):
                decode_more(data)
            decode_more(b"", True)
    except (LookupError, ValueError):
        return False
    return True


def _non_ascii_lines(content: Content) -> bytes:
    """The first lines that are not plain ASCII, from which encodings can be distinguished."""
    lines, size = [], 0
    with content.open() as stream:
        while size < _SAMPLE and (line := stream.readline(_SAMPLE)):
            if not line.isascii():
                lines.append(line)
                size += len(line)
    return b"".join(lines)


def _likely(data: bytes) -> list[str]:
    """Possible encodings of the bytes, the most likely first."""
    scores = {name: _score(data, name) for name in ("cp949", "gb18030", "big5hkscs", "cp932")}
    scores.update({name: _cyrillic(data, name) for name in ("cp1251", "koi8-r", "cp866")})
    scores["cp1252" if _decodes(data, "cp1252") is not None else "latin-1"] = _western(data)
    likely = {name: score for name, score in scores.items() if score is not None}
    return sorted(likely, key=likely.__getitem__, reverse=True)


def _utf16_by_zeros(data: bytes) -> str:
    """The kind of UTF-16 without a byte order mark, where every other byte of ASCII is zero; "" otherwise."""
    head = data[:2000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if len(head) < 4 or max(even, odd) < max(4, len(head) // 8) or min(even, odd) > 0:
        return ""
    return "utf-16-be" if even else "utf-16-le"


def _score(data: bytes, encoding: str) -> float | None:
    """Rate an encoding: +1 for a frequent character, -1 for a rare one; None if it cannot decode the bytes."""
    text = _decodes(data, encoding)
    if text is None:
        return None
    return sum(weight(character, encoding) for character in text if ord(character) > 127)


def _decodes(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _western(data: bytes) -> float:
    """Rate a western encoding: its accented letters, degree signs and quotes stand alone among ASCII.

    East Asian bytes come in runs, and a single one is mostly not a letter in a western encoding.
    """
    single_bytes = [run[0] for run in re.findall(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])", data[:_SAMPLE])]
    runs = len(re.findall(rb"[\x80-\xff]{2,}", data[:_SAMPLE]))
    letters = sum(byte >= 0xC0 or byte in _WESTERN_SIGNS for byte in single_bytes)
    pairs_in_words = len(re.findall(rb"(?<=[A-Za-z])[\xc0-\xff]{2}(?=[A-Za-z])", data[:_SAMPLE]))  # as in créée
    return float(2 * letters - len(single_bytes) - runs + 2 * pairs_in_words)


def _cyrillic(data: bytes, encoding: str) -> float | None:
    """Rate a Cyrillic encoding by its Russian or Ukrainian words; None if there are none."""
    score = cyrillic_weight(_decodes(data[:_SAMPLE], encoding) or "")
    return score if score >= _CYRILLIC_WORD else None


def _has_control_characters(text: str) -> bool:
    allowed = "\t\r\n\f\x85\x1a"
    return any(unicodedata.category(sign) == "Cc" and sign not in allowed for sign in text[:_SAMPLE])
