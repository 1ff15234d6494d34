"""A published text, and what it says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

MAX_CHARACTERS = 50_000_000


class NoReport(YaluError):
    """The file is not a text that can be read here."""

    template = translatable("{path} is not a report that can be read. Choose a TXT, HTML, DOCX or PDF file, or paste "
                            "its text.")


class NoWords(YaluError):
    """The file has no text."""

    template = translatable("{path} holds no text. Choose another file, or paste the text.")


class ScannedPages(YaluError):
    """The PDF has pages without text: pictures of a printed text."""

    template = translatable("The {count} pages of {path} are pictures without text. Have them recognised as text "
                            "(OCR) first, or paste the text.")


class NoPlaces(YaluError):
    """The text has no coordinates."""

    template = translatable("No coordinates in this text. Names of places alone make no site.")


class TextTooLarge(YaluError):
    """The text is longer than what is read."""

    template = translatable("{path} has more than {limit} million characters. Split it.")


@dataclass(frozen=True)
class Report:
    """A text with its source, as far as the text or its file states it; "" where it does not.

    `path` is the file, for messages; of a pasted text it is only a name. `published_on` is ISO 8601.
    """

    path: Path
    text: str
    title: str = ""
    author: str = ""
    published_on: str = ""
    url: str = ""
