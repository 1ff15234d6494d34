"""The text of an entry of the record in lists."""

from __future__ import annotations

from yalu_plugin.core.survey.delta import Entry
from yalu_plugin.i18n import tr


def changed_values_text(entry: Entry) -> str:
    """Return the columns that an entry changed, with both values, or "Added" or "Deleted"."""
    if entry.before is None or entry.after is None:
        return tr("Added") if entry.before is None else tr("Deleted")
    both = [(name, entry.before.get(name), entry.after.get(name)) for name in {**entry.before, **entry.after}]
    return "; ".join(f"{name}: {_value(old)} → {_value(new)}" for name, old, new in both if old != new)


def _value(value: object) -> str:
    return "–" if value is None else str(value)
