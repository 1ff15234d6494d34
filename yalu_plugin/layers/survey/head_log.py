"""A log in the profile of the heads of records that were seen: it shows that a file was replaced or cut while closed.

Each line is a JSON object: survey (its id), path, seq, hash, at (UTC); with `accepted` where an analyst continues with
a file that does not have this head.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication

from yalu_plugin.core.atomic_file import atomic_write
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.survey.sealed_record import Head
from yalu_plugin.core.survey.stored_heads import StoredHead
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.survey.write import utc_now

LARGEST = 256 * 1024  # bytes; a larger log is shortened to the newest lines
OF_EACH = 20  # lines of each survey that are kept then
_LOG = translatable("the log on this computer ({at})")


class HeadLog:
    """The log in `path`. One that cannot be read or written counts as empty: no work depends on it."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or Path(QgsApplication.qgisSettingsDirPath(), "yalu_plugin", "record_heads.jsonl")

    def add(self, survey_id: str, location: str, head: Head) -> None:
        """Note a head, unless it is the last that was noted of this file."""
        line = {"survey": survey_id, "path": location, "seq": head.seq, "hash": head.hash}
        last = next((known for known in reversed(self._lines())
                     if (known["survey"], known["path"]) == (survey_id, location)), None)
        if last is None or last.get("accepted") or any(last[name] != line[name] for name in line):
            self._append(line)

    def accept_missing_heads(self, survey_id: str, location: str, heads: Iterable[StoredHead]) -> None:
        """Note that an analyst continues with the file at `location`, which lacks these heads."""
        for head in heads:
            self._append({"survey": survey_id, "path": location, "seq": head.seq, "hash": head.hash, "accepted": True})

    def _append(self, line: dict[str, Any]) -> None:
        with suppress(OSError):  # a profile that cannot be written to must not block work on the survey
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as log:
                log.write(_text({**line, "at": utc_now()}))
            if self._path.stat().st_size > LARGEST:
                self._shorten()

    def noted_heads(self, survey_id: str, location: str = "") -> list[StoredHead]:
        """Return the heads noted of a survey; with `location` only those of the file there, not of copies of it.

        A head that was accepted as missing counts again once it has been seen again.
        """
        return [_stored_head(line) for line in self._last_lines(survey_id, location) if not line.get("accepted")]

    def accepted(self, survey_id: str, location: str) -> list[StoredHead]:
        """Return the heads that an analyst accepted as missing from the file at `location`."""
        return [_stored_head(line) for line in self._last_lines(survey_id, location) if line.get("accepted")]

    def _last_lines(self, survey_id: str, location: str) -> Iterable[dict[str, Any]]:
        """Return the last line about each head."""
        lines = [line for line in self._lines() if line["survey"] == survey_id and location in ("", line["path"])]
        return {(line["path"], line["seq"], line["hash"]): line for line in lines}.values()

    def _shorten(self) -> None:
        """Keep the newest lines of each survey, and of all of them no more than half of LARGEST."""
        newest: list[str] = []
        count: Counter[str] = Counter()
        space_left = LARGEST // 2
        for line in reversed(self._lines()):
            count[line["survey"]] += 1
            if count[line["survey"]] <= OF_EACH and space_left > 0:
                newest.append(_text(line))
                space_left -= len(newest[-1])
        with atomic_write(self._path) as part:
            part.write_text("".join(reversed(newest)), encoding="utf-8")

    def _lines(self) -> list[dict[str, Any]]:
        try:
            with self._path.open("rb") as log:
                log.seek(max(0, self._path.stat().st_size - 2 * LARGEST))
                text = log.read().decode("utf-8", "replace")
        except OSError:
            return []
        return list(_parsed(text))


def _stored_head(line: dict[str, Any]) -> StoredHead:
    return StoredHead(line["seq"], line["hash"], Phrase(_LOG, {"at": line.get("at", "")}))


def _text(line: dict[str, Any]) -> str:
    return json.dumps(line, ensure_ascii=False) + "\n"


def _parsed(text: str) -> Iterator[dict[str, Any]]:
    """Yield the complete lines: another program, or a full disk, may have cut one."""
    for line in text.splitlines():
        with suppress(ValueError, RecursionError):
            found = json.loads(line)
            if isinstance(found, dict) and isinstance(found.get("seq"), int) and all(
                    isinstance(found.get(name), str) for name in ("survey", "path", "hash")):
                yield found
