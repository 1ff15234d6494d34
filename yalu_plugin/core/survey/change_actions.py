"""Actions of entries in the record that state the reason of a change after its kind."""

from __future__ import annotations

CORRECT, WITHDRAW = "correct", "withdraw"
RECEIVE = "receive"  # the record of another survey: which, and its head
_BETWEEN = ": "


def action_of(done: str, reason: str) -> str:
    """Return the action of a change of the kind `done` with its reason."""
    return f"{done}{_BETWEEN}{reason}"


def parts_of(action: str) -> tuple[str, str]:
    """Split an entry's action into the kind of change and the reason, which is empty where none was given."""
    done, between, reason = action.partition(_BETWEEN)
    return (done, reason) if between and done in (CORRECT, WITHDRAW) else (action, "")
