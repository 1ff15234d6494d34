"""The rows of a measured table as dicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas


def records(table: pandas.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a table, each as its values by the name of their column."""
    return [{str(name): value for name, value in row.items()} for row in table.to_dict("records")]
