"""How each column of a survey's table stands in its form: seen or not, for reading only, and what a new row gets."""

from __future__ import annotations

from yalu_plugin.core.schema import SITE_STATES, TABLE

FORM_TABLES = (*(name for name in TABLE if name not in ("survey", "audit")), SITE_STATES.name)

# who and when: the last group of a form
RECORDED_COLUMNS = ("created_by", "created_at", "modified_by", "modified_at")
ANALYST = "yalu_analyst"  # an expression function in a QGIS with the plugin; without it, eval gives NULL
_NOW, _ANALYST = "now()", f"coalesce(eval('{ANALYST}()'), @user_full_name, @user_account_name)"
# The QGIS expression of what a new row gets in a column, whichever table it is in. A row that is changed gets nothing
# by these: QGIS would ask about conflicts in what nobody has edited. Who changed it is added when it is saved.
_DEFAULTS = {"id": "uuid('WithoutBraces')", "created_by": _ANALYST, "created_at": _NOW}
_IN_TABLE = {("sites", "at_fence_gate"): "'unknown'", ("sites", "confidence"): "'possible'",
             ("value_lists", "list"): "'site_kind'"}

_HIDDEN = ("id", "fid", "sha256")
# What follows from elsewhere: recorded by itself, read from the image, or changed by what keeps the chain of sites. All
# times are among them: what is typed into an empty field QGIS takes for the computer's time, not for UTC.
_READ_ONLY = (*RECORDED_COLUMNS, "replaces_site_id", "source_ref", "acquired_from", "acquired_to", "date_kind", "date_source",
              "finished_at", "item_url")


def is_hidden(table: str, column: str) -> bool:
    """Whether the column is of no use to a person."""
    return column in _HIDDEN or (table == SITE_STATES.name and column.endswith("_id"))


def is_read_only(table: str, column: str) -> bool:
    """Whether the column is shown and not entered."""
    return table == SITE_STATES.name or column in _READ_ONLY


def default_expression(table: str, column: str) -> str:
    """The QGIS expression of what a new row gets; empty where nothing is assumed."""
    return _IN_TABLE.get((table, column)) or _DEFAULTS.get(column, "")


def _joined(*parts: str) -> str:
    """The QGIS expression of those of these that are not empty, in a row."""
    return f"array_to_string(array_filter(array({', '.join(parts)}), @element <> ''), ' · ')"


# of tables whose rows are chosen by others, or listed in their forms: the QGIS expression that names a row
DISPLAY_EXPRESSIONS = {
    "observations": _joined('to_string("seen_to")', 'represent_value("state")'),
    "images": _joined("format_date(coalesce(\"acquired_to\", \"acquired_from\"), 'yyyy-MM-dd')",
                      "coalesce(\"platform\", regexp_substr(\"uri\", '([^/]*)$'))"),
    "sources": _joined('"title"', '"publisher"', '"published_on"'),
    "counts": _joined("format_date(\"created_at\", 'yyyy-MM-dd')", '"created_by"'),
    "claims": _joined('"quantity"', '"value"', '"unit"'), "searches": _joined('"from_m"', '"to_m"'),
    "marks": '"label"', "areas": '"name"', "corridors": '"name"', "value_lists": '"value"',
}
# by table, the rows of other tables that its form lists: the table and its column that names this one
LISTED_TABLES = {
    "sites": (("observations", "site_id"), ("sites", "replaces_site_id")),
    "images": (("observations", "image_id"), ("marks", "image_id")), "areas": (("counts", "area_id"),),
    "counts": (("marks", "count_id"),), "sources": (("observations", "source_id"),),
}
