"""Update the translation files in resources/i18n from the texts marked in the plugin's source.

Existing translations stay, new texts are added as unfinished, texts that no longer exist are removed. Edit the files
by hand or in Qt Linguist; the texts that remain to be translated are listed.

usage: translations.py [--check]     --check changes nothing and fails if a file is not up to date
"""

from __future__ import annotations

import ast
import html
import re
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SOURCE, FOLDER = ROOT / "yalu_plugin", ROOT / "resources" / "i18n"
LANGUAGES = ("ko", "zh_CN")
CONTEXT = "Yalu"  # as in yalu_plugin.i18n
MARKS = ("tr", "translatable")
# tr() may also look up a text that is marked where it is written: an error's template, labels of core/value_labels.py
MARKED_ELSEWHERE = re.compile(
    r"\b(templates?|words|labels?|title|tooltip|help|[A-Z_]+_(WORDS|LABELS?|TEXTS|TEMPLATES?|MESSAGES?|TITLES|STYLES))\b"
    r"|^field\.meaning$|\bdocument\.help$")
MESSAGE = re.compile(r"<message.*?<source>(.*?)</source>.*?<translation(.*?)(?:/>|>(.*?)</translation>)", re.DOTALL)


class Translation(NamedTuple):
    """A text in one language, and whether it still needs review."""

    text: str
    unfinished: bool


def marked_texts() -> list[str]:
    """Return every text the user can see, each once, ordered by file and position of its first occurrence.

    Raises:
        ValueError: a text is composed before it is translated, so that no translation would be found for it.
    """
    calls = [call for path in sorted(SOURCE.rglob("*.py")) for call in _marking_calls(path)]
    return list(dict.fromkeys(text for path, call in calls for text in _literal(path, call)))


def read(path: Path) -> dict[str, Translation]:
    """Return the translations in a .ts file by their source text; empty if the file does not exist."""
    found = MESSAGE.findall(path.read_text("utf-8")) if path.exists() else ()
    return {html.unescape(source): Translation(html.unescape(text), "type=" in attributes)
            for source, attributes, text in found}


def updated(language: str, texts: list[str]) -> str:
    """Return the new content of a language's .ts file. It has no positions in the source, to keep diffs small."""
    known = read(FOLDER / f"yalu_{language}.ts")
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>",
             f'<TS version="2.1" language="{language}" sourcelanguage="en">', "<context>",
             f"    <name>{CONTEXT}</name>"]
    for source in texts:
        text, unfinished = known.get(source, Translation("", True))
        state = ' type="unfinished"' if unfinished else ""
        lines += ["    <message>", f"        <source>{_escape(source)}</source>",
                  f"        <translation{state}>{_escape(text)}</translation>", "    </message>"]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def main(check: bool) -> int:
    """Write the files, or with `check` only compare them. Returns 1 if the check fails, otherwise 0."""
    texts, outdated = marked_texts(), 0
    for language in LANGUAGES:
        path = FOLDER / f"yalu_{language}.ts"
        content = updated(language, texts)
        if path.exists() and path.read_text("utf-8") == content:
            continue
        outdated += 1
        if check:
            print(f"{path.name} is not up to date: run tools/translations.py", file=sys.stderr)
        else:
            path.write_text(content, "utf-8")
    for language in LANGUAGES:
        for source, translation in read(FOLDER / f"yalu_{language}.ts").items():
            if translation.unfinished:
                print(f"{language}: {source}")
    return 1 if check and outdated else 0


def _marking_calls(path: Path) -> list[tuple[Path, ast.Call]]:
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
             and isinstance(node.func, ast.Name) and node.func.id in MARKS]
    return [(path, call) for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset))]


def _literal(path: Path, call: ast.Call) -> list[str]:
    """Return the text of a call in a list; an empty list if the call looks up a text that is marked elsewhere."""
    text = call.args[0]
    if isinstance(text, ast.Constant) and isinstance(text.value, str):
        return [text.value]
    function = getattr(call.func, "id", "")
    looked_up = isinstance(text, (ast.Name, ast.Attribute, ast.Subscript, ast.Call))
    if function == "tr" and looked_up and MARKED_ELSEWHERE.search(ast.unparse(text)):
        return []
    raise ValueError(f"{path.relative_to(ROOT)}:{call.lineno}: {function}() needs one literal text")


def _escape(text: str) -> str:
    return html.escape(text, quote=False)


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
