"""Check, site by site, whether the table site_states holds what follows from the observations."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from osgeo import gdal

from yalu_plugin.core.survey.state_spans import Span, StateObservation, spans
from yalu_plugin.layers.survey.geopackage import execute, rows_of
from yalu_plugin.layers.survey.raw_rows import FIRST
from yalu_plugin.layers.survey.write import write_lock

PAGE = 1000  # sites
_ABOUT = ('hex("geom")', "name", "kind")


def _text(*columns: str) -> str:
    """Return the columns as text, whatever an attacker put there: JSON holds no bytes, and texts and numbers have no
    order.
    """
    return ", ".join(name if "(" in name else f'CAST("{name}" AS TEXT)' for name in columns)


_SITES = f'SELECT "fid", {_text("id", *_ABOUT)} FROM "sites" WHERE "fid" > {{after}} ORDER BY "fid" LIMIT {{page}}'
_OF_THEM = '"site_id" IN (SELECT "id" FROM "sites" WHERE "fid" > {after} ORDER BY "fid" LIMIT {page})'
_TEXTS = ("texttext", "textnull")  # the types of seen_to and seen_from
_OBSERVED = (f'SELECT {_text("site_id")}, typeof("seen_to") || typeof("seen_from"), {_text("seen_to", "seen_from")}, '
             f'"fid", {_text("state", "image_id", "id")} '
             f"FROM \"observations\" WHERE {_OF_THEM} AND \"state\" <> 'not_observable' AND \"seen_to\" IS NOT NULL")
_STATES = f'SELECT {_text("site_id", *_ABOUT, *Span._fields)} FROM "site_states" WHERE {_OF_THEM}'
_STRAYS = ('SELECT DISTINCT "site_id" FROM "site_states" '
           'WHERE "site_id" IS NULL OR "site_id" NOT IN (SELECT "id" FROM "sites")')


def wrong_states(dataset: gdal.Dataset, progress: Callable[[int], None]) -> list[str]:
    """Return the ids of sites whose rows in site_states do not follow from their observations, and of rows without a
    site.

    Sites that have a day which is not text are left out: SQLite orders texts, numbers and bytes by their types.
    `progress` is called with the number of sites of each page checked. Raises RuntimeError.
    """
    wrong, after = execute(dataset, _STRAYS), FIRST
    while page := _page(dataset, after):
        sites, observed, states = page
        wrong += _wrong(sites, observed, states)
        after = sites[-1][0]
        progress(len(sites))
    return wrong


def _wrong(sites: list[Any], observed: list[Any], states: list[Any]) -> Iterator[str]:
    seen: dict[str, list[StateObservation]] = {}
    unordered = set()
    for site_id, types, *values in observed:
        if types in _TEXTS:
            seen.setdefault(site_id, []).append(StateObservation(*values))
        else:
            unordered.add(site_id)
    actual: dict[str, Counter[tuple[Any, ...]]] = {}
    for site_id, *values in states:
        actual.setdefault(site_id, Counter())[tuple(values)] += 1
    for _, site_id, *about in sites:
        if site_id in unordered:
            continue
        expected = Counter((*about, *span) for span in spans(seen.get(site_id, ())))
        if actual.get(site_id) != expected:
            yield str(site_id)


def _page(dataset: gdal.Dataset, after: int) -> tuple[list[Any], list[Any], list[Any]] | None:
    """Return sites, their observations and their states as the file has them at one moment."""
    parts = []
    for query in (_SITES, _OBSERVED, _STATES):
        inner = query.format(after=int(after), page=PAGE)
        names = inner[len("SELECT "):inner.index(" FROM ")]
        columns = ", ".join(f"c{number}" for number in range(names.count(", ") + 1))
        parts.append(f"(WITH t({columns}) AS ({inner}) SELECT json_group_array(json_array({columns})) FROM t)")
    with write_lock:
        (row,) = rows_of(dataset, f"SELECT {', '.join(parts)}")
    sites, observed, states = map(json.loads, row)
    return (sites, observed, states) if sites else None
