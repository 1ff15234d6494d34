"""Several STAC items that tell about one image."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.stac_item import StacItem
from yalu_plugin.core.imagery.timespan import TimeSpan
from yalu_plugin.core.text import translatable


class ItemsDisagree(YaluError):
    """Two STAC items that give one image times without a day in common: one is wrong, and nobody knows which."""

    template = translatable("{name} is undated: acquired {date} (STAC item {item}), or {other_date} (STAC item "
                            "{other}). Correct the one that is wrong.")


def merge_items(items: Sequence[StacItem], name: str) -> StacItem:
    """What `items` (at least one) tell about the image `name`, in whatever order they come.

    Its time is from the first they tell to the last, if they have a day in common, else there is none. An item that
    is unusable makes all of them so. For the rest the first one's word is taken.
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
