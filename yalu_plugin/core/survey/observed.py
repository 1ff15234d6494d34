"""One observation as it is kept in memory: a tuple that sorts by its place among those of its site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.codec import Page, Shared, columns, day, moment
from yalu_plugin.core.survey.key import fid_of, id_of, key, keys

# the last day, the first day ("" where it is open, which comes first), the key of fid and id, the state, values that
# are of each row others, and a tuple of the rest, which is the same for many: those seen on one image
Observed = tuple[Any, ...]
LAST, FIRST, KEY, STATE = range(4)
_OWN = ("note", "created_at")
_COLUMNS = columns("observations")
_REST = tuple(name for name in _COLUMNS if name not in ("seen_to", "seen_from", "fid", "id", "state", "site_id", *_OWN))
_IMAGE = _REST.index("image_id")
UNKNOWN = "unknown"  # the state of a site before anybody looked
_SILENT = (None, "not_observable")  # states that are none


class Packing:
    """Packs the observations of pages, with values shared over all of them."""

    def __init__(self) -> None:
        reads = {"created_at": moment, "seen_from": _day, "seen_to": _day}
        self._shared = {name: Shared(reads.get(name, _as_it_is)) for name in (*_COLUMNS, "rest")}

    def observed(self, page: Page) -> Iterator[tuple[str | None, Observed]]:
        """Each observation of a page with its site. No loop here is Python's own: there may be a million."""
        values = dict(zip(_COLUMNS, page))
        shared = {name: map(self._shared[name].__getitem__, values[name]) for name in _COLUMNS}
        rest = map(self._shared["rest"].__getitem__, zip(*(shared[name] for name in _REST)))
        return zip(shared["site_id"], zip(
            shared["seen_to"], shared["seen_from"], keys(values["fid"], values["id"]), shared["state"],
            *(shared[name] for name in _OWN), rest))


def _as_it_is(value: Any) -> Any:
    return value


def _day(value: Any) -> str:
    return day(value) or ""


def packed(row: Row) -> Observed:
    """The observation of a row."""
    return (row["seen_to"] or "", row["seen_from"] or "", key(row["fid"], row["id"]), row["state"],
            *(row[name] for name in _OWN), tuple(row[name] for name in _REST))


def row_of(site_id: str | None, observed: Observed) -> Row:
    """The row of a site's observation."""
    row = dict.fromkeys(_COLUMNS)
    row.update(zip(_REST, observed[-1]))
    row.update(zip(_OWN, observed[4:]))
    row.update(fid=fid_of(observed[KEY]), id=id_of(observed[KEY]), site_id=site_id, state=observed[STATE],
               seen_from=observed[FIRST] or None, seen_to=observed[LAST] or None)
    return row


def tells(observed: Observed) -> bool:
    """Whether the observation tells a state: it has a day, and something could be seen."""
    return bool(observed[LAST]) and observed[STATE] not in _SILENT


def state_row(site: Row, observed: Observed | None, until: str | None) -> Row:
    """As a row of site_states: the state of a site by an observation until a day; without one, that nobody looked."""
    row = {"site_id": site["id"], "name": site["name"], "kind": site["kind"], "state": UNKNOWN, "seen_from": None,
           "seen_to": None, "image_id": None, "observation_id": None, "valid_from": None, "valid_to": until}
    if observed is not None:
        row.update(state=observed[STATE], seen_from=observed[FIRST] or None, seen_to=observed[LAST],
                   image_id=observed[-1][_IMAGE], observation_id=id_of(observed[KEY]), valid_from=observed[LAST])
    if "geom" in site:
        row["geom"] = site["geom"]
    return row
