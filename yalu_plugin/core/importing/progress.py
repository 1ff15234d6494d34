"""How long work says how far it is, and is told to stop."""

from __future__ import annotations

from collections.abc import Callable

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

# Takes the fraction done, 0 to 1; raises Cancelled when the work is not wanted any more. Calling it is cheap, but not
# free: call it every thousand rows, not for each.
Progress = Callable[[float], None]


class Cancelled(YaluError):
    """The user cancelled the work; nothing was kept of it."""

    template = translatable("Cancelled.")


def no_progress(_fraction: float) -> None:
    """The progress of work that nobody watches."""


def part_of(progress: Progress, begin: float, share: float) -> Progress:
    """The progress of a part of the work: it begins where `begin` of all is done, and is `share` of it."""
    return lambda fraction: progress(min(1.0, begin + fraction * share))
