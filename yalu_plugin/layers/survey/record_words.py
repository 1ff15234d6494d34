"""Entries that an analyst writes about the record itself, with a name and a reason."""

from __future__ import annotations

import json
import uuid

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.sql import literal
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.survey.feed import last_seq
from yalu_plugin.layers.survey.geopackage import execute
from yalu_plugin.layers.survey.write import utc_now


class ReasonMissing(YaluError):
    """Nobody can vouch for anything without a name and a reason."""

    template = translatable("Say who vouches for it, and why.")


def need_reason(who: str, reason: str) -> None:
    """Raise ReasonMissing unless both are given."""
    if not (who.strip() and reason.strip()):
        raise ReasonMissing()


def say_of_record(dataset: gdal.Dataset, action: str, seq: int, who: str, reason: str, **more: str) -> None:
    """Write an entry, not sealed yet, about the entry `seq` of the record, here or in another copy of it."""
    after = json.dumps({"who": who.strip(), "reason": reason.strip(), **more}, ensure_ascii=False)
    values = (str(uuid.uuid4()), last_seq(dataset) + 1, utc_now(), action, "audit", str(seq), after)
    execute(dataset, 'INSERT INTO "audit" ("id", "seq", "at", "action", "table_name", "row_id", "after") '
                     f"VALUES ({', '.join(map(literal, values))})")
