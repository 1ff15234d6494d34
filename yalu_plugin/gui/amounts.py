"""Numbers of sites, observations, counts, marks and objects as texts, with a separate text for one."""

from __future__ import annotations

from yalu_plugin.i18n import tr


def sites_text(n: int) -> str:
    """Return "1 site" or "{n} sites"."""
    return tr("1 site") if n == 1 else tr("{n} sites").format(n=n)


def observations_text(n: int) -> str:
    """Return "1 observation" or "{n} observations"."""
    return tr("1 observation") if n == 1 else tr("{n} observations").format(n=n)


def counts_text(n: int) -> str:
    """Return "1 count" or "{n} counts", of an area."""
    return tr("1 count") if n == 1 else tr("{n} counts").format(n=n)


def marks_text(n: int) -> str:
    """Return "1 mark" or "{n} marks", of a count."""
    return tr("1 mark") if n == 1 else tr("{n} marks").format(n=n)


def objects_text(n: int) -> str:
    """Return "1 object" or "{n} objects", which were counted."""
    return tr("1 object") if n == 1 else tr("{n} objects").format(n=n)
