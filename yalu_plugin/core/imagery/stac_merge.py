"""Merging several STAC items that describe one image."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.stac_item import StacItem
from yalu_plugin.core.imagery.timespan import TimeSpan
from yalu_plugin.core.text import translatable


class ItemsDisagree(YaluError):
    """Two STAC items of one image whose times have no day in common: it is unknown which one is wrong."""

    template = translatable("{name} is undated: acquired {date} (STAC item {item}), or {other_date} (STAC item "
                            "{other}). Correct the one that is wrong.")


def merge_items(items: Sequence[StacItem], name: str) -> StacItem:
    """Merge the `items` (at least one) of the image `name`; the time does not depend on their order.

    The time is from the first to the last of their times if they have a day in common, else there is none. If one item
    is unusable, so is the result. Other values are those of the first item.
    """
    for one in items:
        if one.unusable:
            return one
    synthetic = any(one.synthetic for one in items)
    dated = [(one.span, one) for one in items if one.span is not None]
    if not dated:
        return replace(items[0], synthetic=synthetic)
    early, late = min(dated, key=lambda one: one[0].end), max(dated, key=lambda one: one[0].begin)
    if early[0].end.date() < late[0].begin.date():
        error = ItemsDisagree(name=name, date=_days(early[0]), item=early[1].display_name, other_date=_days(late[0]),
                              other=late[1].display_name)
        return replace(items[0], span=None, synthetic=synthetic, date_error=error)
    span = TimeSpan(min(one.begin for one, _ in dated), max(one.end for one, _ in dated))
    return replace(items[0], span=span, synthetic=synthetic)


def _days(span: TimeSpan) -> str:
    first, last = span.begin.date(), span.end.date()
    return str(first) if first == last else f"{first}/{last}"
