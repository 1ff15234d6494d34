"""What a list changes in a survey that has sites of it: kinds of change, whose word counts, and what is done."""

from __future__ import annotations

from typing import Any, NamedTuple

from yalu_plugin.core.schema import TABLE

# What an included row changes in the survey: nothing, the place of a site, other columns or observations of it, or it
# is a new one. GONE is a site of the survey that the list has no longer.
UNCHANGED, MOVED, CHANGED, NEW, GONE = CHANGES = ("unchanged", "moved", "changed", "new", "gone")
IN_SURVEY, IN_LIST = WORDS = ("survey", "list")  # whose word counts where both differ
# columns in which a row of a survey that is imported as a whole may differ: not who wrote it and when
_WRITTEN = {"id", "site_id", "created_by", "created_at", "modified_by", "modified_at"}
COMPARED_COLUMNS = {table: tuple(name for name in TABLE[table].column_names if name not in _WRITTEN)
                    for table in ("sites", "observations")}
KEEP, RETIRE, DELETE = GONE_ANSWERS = ("keep", "retire", "delete")


class Difference(NamedTuple):
    """A field of a site or an observation in which list and survey differ.

    `field` is a column of the table, or "place" with longitude and latitude in EPSG:4326; then `metres` is how far
    apart they are. The survey is changed only if the list's word is `taken`.
    """

    field: str
    in_survey: Any
    in_list: Any
    taken: bool = False
    metres: float = 0.0
