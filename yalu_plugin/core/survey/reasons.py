"""Why something was changed: it stands in the record as the action of the entries, after the word for what was done."""

from __future__ import annotations

CORRECT, WITHDRAW = "correct", "withdraw"
_BETWEEN = ": "


def action_of(done: str, reason: str) -> str:
    """The action of a change that was `done` for a reason."""
    return f"{done}{_BETWEEN}{reason}"


def parts_of(action: str) -> tuple[str, str]:
    """What was done and why, of an entry's action; the reason is empty where none was given."""
    done, between, reason = action.partition(_BETWEEN)
    return (done, reason) if between and done in (CORRECT, WITHDRAW) else (action, "")
