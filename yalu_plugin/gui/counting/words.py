"""What the Counting panel says: counts, sizes and agreement in words, and what the keys do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from yalu_plugin.core.counting.classes import MarkClass
from yalu_plugin.core.counting.counted import Counted, Judged, why_not_comparable
from yalu_plugin.core.counting.tally import Tally
from yalu_plugin.i18n import phrase_text, tr
from yalu_plugin.layers.class_name import class_name

if TYPE_CHECKING:
    from yalu_plugin.core.counting.agreement import Agreement
    from yalu_plugin.core.counting.size import Size


def count_text(one: Counted, number: int | None) -> str:
    """A count in a list; its number is None while it is not to be seen."""
    parts = [one.image or tr("image missing"), one.analyst or "?", *([] if number is None else [str(number)])]
    return " · ".join(parts)


def status_text(one: Judged | None) -> str:
    """How much of the area the image of the count at work shows, and whether the count counts."""
    if one is None:
        return tr("No count begun")
    share = one.counted.share
    shown = tr("Share of the area on the image: not known") if share is None else tr(
        "The image shows {percent} % of the area").format(percent=int(100 * share))
    return shown if one.why_not is None else f"{shown}. {tr('Does not count:')} {phrase_text(one.why_not)}"


def size_text(size: Size) -> str:
    """A measured object."""
    error = tr("error unknown: the image does not say how large its pixels are") if size.error_m is None else \
        f"± {size.error_m:.1f} m"
    width = "" if size.width_m is None else tr(", width {width:.1f} m").format(width=size.width_m)
    return tr("Length {length:.1f} m{width}, {error}").format(length=size.length_m, width=width, error=error)


def agreement_text(found: Agreement, one: Counted, other: Counted) -> str:
    """What two counts on one image have in common."""
    percent = "–" if found.share is None else f"{100 * found.share:.0f} %"
    return tr("Both: {both}, {classes} of them of another class. Only {a}: {only_a}. Only {b}: {only_b}. Agreement "
              "{percent}.").format(both=len(found.both), classes=len(found.other_class), a=one.analyst or "?",
                                   only_a=len(found.only_a), b=other.analyst or "?", only_b=len(found.only_b),
                                   percent=percent)


def difference_text(one: Counted, other: Counted, tally: Tally, classes: Sequence[MarkClass]) -> str:
    """How two counts on two images differ, class by class, or why that says nothing."""
    why = why_not_comparable(one, other)
    if why is not None:
        return tr("Not comparable: {why}").format(why=phrase_text(why))
    numbers: list[Counter[str]] = [tally.of(count.id) for count in (one, other)]
    parts = [f"{class_name(kind)} {numbers[0][kind.value] - numbers[1][kind.value]:+d}" for kind in classes
             if numbers[0][kind.value] or numbers[1][kind.value]]
    return tr("Here, less there: {difference}").format(difference=", ".join(parts) or "0")


def hints_text(drawing: bool, counting: bool, clicks: int | None, begun: bool) -> str:
    """What the keys do now: `drawing` an area, `counting`, or measuring with so many clicks made; if none of these,
    whether a count is `begun`.
    """
    if drawing:
        return tr("Click corners · Backspace last corner back · Enter or double click ends · Esc leaves")
    if not counting and begun:
        return tr("Ctrl+Alt+N goes on counting · Done ends this count · F1 guide")
    if not counting:
        return tr("Choose or draw an area, show a scene, Begin count · F1 guide")
    if clicks is None:
        return tr("Click counts · drag moves · Delete takes the mark at the pointer · Backspace the last · X brings "
                  "the nearest here · M measures · Esc leaves")
    return (tr("Click one end of a long side · Esc leaves measuring"), tr("Click its other end · Backspace one back"),
            tr("Click the other side for the width · Enter without width"))[min(clicks, 2)]
