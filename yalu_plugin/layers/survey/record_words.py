"""Entries that an analyst writes about the record itself, with a name and a reason."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.plain_text import typed_line
from yalu_plugin.core.sql import literal
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.survey.feed import last_seq
from yalu_plugin.layers.survey.geopackage import execute
from yalu_plugin.layers.survey.write import utc_now

LONGEST = 300  # characters of a name, and of a reason


class ReasonMissing(YaluError):
    """Nobody can vouch for anything without a name and a reason."""

    template = translatable("Say who vouches for it, and why.")


def typed_reason(who: str, reason: str) -> dict[str, str]:
    """Who vouches, and why, in a line each, as entries have them. Raises ReasonMissing."""
    typed = {"who": typed_line(who, LONGEST), "reason": typed_line(reason, LONGEST)}
    if not all(typed.values()):
        raise ReasonMissing()
    return typed


def say_of_record(dataset: gdal.Dataset, action: str, seq: int, after: Mapping[str, str]) -> None:
    """Write an entry, not sealed yet, about the entry `seq` of the record, here or in another copy of it."""
    values = (str(uuid.uuid4()), last_seq(dataset) + 1, utc_now(), action, "audit", str(seq),
              json.dumps(after, ensure_ascii=False))
    execute(dataset, 'INSERT INTO "audit" ("id", "seq", "at", "action", "table_name", "row_id", "after") '
                     f"VALUES ({', '.join(map(literal, values))})")
