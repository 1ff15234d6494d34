"""The columns of a survey's tables in forms: hidden or read-only, and their default values."""

from __future__ import annotations

from yalu_plugin.core.schema import RECORDS, SITE_STATES, TABLE

FORM_TABLES = (*(name for name in TABLE if name not in ("survey", *RECORDS)), SITE_STATES.name)

# Who and when: the last group of a form.
RECORDED_COLUMNS = ("created_by", "created_at", "modified_by", "modified_at")
ANALYST = "yalu_analyst"  # an expression function of the plugin; without the plugin, eval returns NULL
_NOW, _ANALYST = "now()", f"coalesce(eval('{ANALYST}()'), @user_full_name, @user_account_name)"
# The QGIS expressions of default values, for all tables. They are not applied on update: QGIS would report conflicts in
# columns that the user has not edited. Who changed a row is added when it is saved.
_DEFAULTS = {"id": "uuid('WithoutBraces')", "created_by": _ANALYST, "created_at": _NOW}
_IN_TABLE = {("sites", "at_fence_gate"): "'unknown'", ("sites", "confidence"): "'possible'",
             ("value_lists", "list"): "'site_kind'"}

_HIDDEN = ("id", "fid", "sha256")
# Columns that are recorded automatically, read from the image, or maintained by the plugin. All times are among them:
# QGIS interprets what is typed into an empty field as the computer's time, not as UTC.
_READ_ONLY = (*RECORDED_COLUMNS, "replaces_site_id", "source_ref", "acquired_from", "acquired_to", "date_kind",
              "date_source", "finished_at", "item_url")


def is_hidden(table: str, column: str) -> bool:
    """Return whether the column is hidden from users."""
    return column in _HIDDEN or (table == SITE_STATES.name and column.endswith("_id"))


def is_read_only(table: str, column: str) -> bool:
    """Return whether the column is shown but cannot be edited."""
    return table == SITE_STATES.name or column in _READ_ONLY


def default_expression(table: str, column: str) -> str:
    """Return the QGIS expression of the default value for a new row; empty if there is none."""
    return _IN_TABLE.get((table, column)) or _DEFAULTS.get(column, "")


def _joined(*parts: str) -> str:
    """Return the QGIS expression that joins those of these expressions that are not empty."""
    return f"array_to_string(array_filter(array({', '.join(parts)}), @element <> ''), ' · ')"


# The QGIS expressions that label a row, for tables whose rows are referenced or listed in other forms.
DISPLAY_EXPRESSIONS = {
    "observations": _joined('to_string("seen_to")', 'represent_value("state")'),
    "images": _joined("format_date(coalesce(\"acquired_to\", \"acquired_from\"), 'yyyy-MM-dd')",
                      "coalesce(\"platform\", regexp_substr(\"uri\", '([^/]*)$'))"),
    "sources": _joined('"title"', '"publisher"', '"published_on"'),
    "counts": _joined("format_date(\"created_at\", 'yyyy-MM-dd')", '"created_by"'),
    "claims": _joined('"quantity"', '"value"', '"unit"'), "searches": _joined('"from_m"', '"to_m"'),
    "marks": '"label"', "areas": '"name"', "corridors": '"name"', "value_lists": '"value"',
}
# The rows of other tables listed in the form of a table: (table, its column that refers to this one).
LISTED_TABLES = {
    "sites": (("observations", "site_id"), ("sites", "replaces_site_id")),
    "images": (("observations", "image_id"), ("marks", "image_id")), "areas": (("counts", "area_id"),),
    "counts": (("marks", "count_id"),), "sources": (("observations", "source_id"),),
}
