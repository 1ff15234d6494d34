"""How many there are of something, in words: one of it has words of its own."""

from __future__ import annotations

from yalu_plugin.i18n import tr


def sites_text(n: int) -> str:
    """So many sites."""
    return tr("1 site") if n == 1 else tr("{n} sites").format(n=n)


def observations_text(n: int) -> str:
    """So many observations."""
    return tr("1 observation") if n == 1 else tr("{n} observations").format(n=n)


def counts_text(n: int) -> str:
    """So many counts of an area."""
    return tr("1 count") if n == 1 else tr("{n} counts").format(n=n)


def marks_text(n: int) -> str:
    """So many marks of a count."""
    return tr("1 mark") if n == 1 else tr("{n} marks").format(n=n)


def objects_text(n: int) -> str:
    """So many counted objects."""
    return tr("1 object") if n == 1 else tr("{n} objects").format(n=n)
