"""The texts of the Counting panel: counts, sizes, agreement, and what the keys do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from yalu_plugin.core.counting.count_assessment import AssessedCount, ImageCount, incomparable_reason
from yalu_plugin.core.counting.mark_classes import MarkClass
from yalu_plugin.core.counting.tally import Tally
from yalu_plugin.i18n import phrase_text, tr
from yalu_plugin.layers.display_names import class_name

if TYPE_CHECKING:
    from yalu_plugin.core.counting.agreement import Agreement
    from yalu_plugin.core.counting.object_size import Size


def count_text(one: ImageCount, number: int | None) -> str:
    """A count in a list: day, analyst, and what differs between counts of one image.

    `number` is None while it is hidden.
    """
    parts = [str(one.last or "?"), one.analyst or "?", *([] if number is None else [str(number)]),
             *([] if one.finished_at else [tr("in progress")]), _start_text(one), one.image or tr("image missing")]
    return " · ".join(parts)


def _start_text(one: ImageCount) -> str:
    """When a count was started, which differs between two counts by one analyst."""
    return tr("begun {time}").format(time=one.created_at[:19].replace("T", " ") or "?")


def status_text(one: AssessedCount | None, blind: bool, file_is_newer: bool, on_screen: bool = True) -> str:
    """The share of the area on the image of the current count, and the state of the count.

    `file_is_newer`: the image file was written after the count was started. `on_screen`: the image is.
    """
    if one is None:
        return tr("No count begun")
    status = _status(one, blind)
    if not on_screen:
        status = f"{tr('Not on screen: the image of this count')}. {status}"
    later = tr("The file of this image was written after the count was begun: check whether its marks still fit")
    return f"{status}. {later}" if file_is_newer else status


def _status(one: AssessedCount, blind: bool) -> str:
    share = one.image_count.share
    shown = tr("Share of the area on the image: not known") if share is None else tr(
        "The image shows {percent} % of the area").format(percent=int(100 * share))
    if blind:
        return f"{shown}. {tr('Blind, in progress: other marks are hidden until Finish count')}"
    if one.image_count.in_progress:
        return f"{shown}. {tr('In progress: Finish count makes it a figure')}"
    reason = one.exclusion_reason
    return shown if reason is None else f"{shown}. {tr('Does not count:')} {phrase_text(reason)}"


def size_text(size: Size) -> str:
    """A measured object."""
    error = tr("error unknown: the image does not state the size of its pixels") if size.error_m is None else \
        f"± {size.error_m:.1f} m"
    width = "" if size.width_m is None else tr(", width {width:.1f} m").format(width=size.width_m)
    return tr("Length {length:.1f} m{width}, {error}").format(length=size.length_m, width=width, error=error)


def agreement_text(found: Agreement, one: ImageCount, other: ImageCount, classes: Sequence[MarkClass]) -> str:
    """The agreement of two counts on one image: common objects, and those that have two classes."""
    a, b = (count.analyst or "?" for count in (one, other))
    if a == b:
        a, b = (f"{count.analyst or '?'}, {_start_text(count)}" for count in (one, other))
    text = tr("Seen in both counts: {both}. Only {a}: {only_a}. Only {b}: {only_b}. Agreement {percent}.").format(
        both=len(found.both), a=a, only_a=len(found.only_a), b=b, only_b=len(found.only_b),
        percent=_percent(found.share))
    if found.other_class:
        names = {kind.value: class_name(kind) for kind in classes}
        pairs = Counter((names.get(first.label, first.label or "?"), names.get(second.label, second.label or "?"))
                        for first, second, _ in found.other_class)
        listed = ", ".join(f"{first} / {second} {number}" for (first, second), number in pairs.most_common())
        text += " " + tr("Of another class: {n} ({pairs}); agreement on class too {percent}.").format(
            n=len(found.other_class), pairs=listed, percent=_percent(found.share_of_class))
    left = [name for name, count in ((a, one), (b, other)) if not count.finished_at]
    return f"{text} {tr('In progress: {analysts}.').format(analysts=', '.join(left))}" if left else text


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f} %"


def difference_text(one: ImageCount, other: ImageCount, tally: Tally, classes: Sequence[MarkClass]) -> str:
    """The differences of two counts on two images by class, or why they are not comparable."""
    why = incomparable_reason(one, other)
    if why is not None:
        return tr("Not comparable: {why}").format(why=phrase_text(why))
    numbers: list[Counter[str]] = [tally.of(count.id) for count in (one, other)]
    parts = [f"{class_name(kind)} {numbers[0][kind.value] - numbers[1][kind.value]:+d}" for kind in classes
             if numbers[0][kind.value] or numbers[1][kind.value]]
    return tr("Here, less there: {difference}").format(difference=", ".join(parts) or "0")


def hints_text(drawing: bool, counting: bool, clicks: int | None, count: ImageCount | None) -> str:
    """What the keys do while `drawing` an area, `counting`, or measuring after so many `clicks`.

    Otherwise what can be done with the current `count`.
    """
    if drawing:
        return tr("Click corners · Backspace removes the last corner · Enter or double click ends · Esc leaves")
    if not counting:
        return _idle_hints(count)
    if clicks is None:
        return tr("Click counts · drag moves · Delete takes the mark at the pointer · Backspace the last · X brings "
                  "the nearest here · M measures · Enter finishes · Esc leaves")
    return (tr("Click one end of a long side · Esc leaves measuring"),
            tr("Click its other end · Backspace removes the last click"),
            tr("Click the other side for the width · Enter without width"))[min(clicks, 2)]


def reshape_hints() -> str:
    """What mouse and keys do while an area is reshaped."""
    return tr("Drag a corner, or an edge for a new one · Delete takes the corner at the pointer · Backspace takes "
              "back · Enter ends · Esc leaves")


def _idle_hints(count: ImageCount | None) -> str:
    if count is None:
        return tr("Choose or draw an area, show a scene, Begin count · F1 guide")
    if count.finished_at:
        return tr("Reopen count to change it, or compare it with another one · F1 guide")
    return tr("Ctrl+Alt+N goes on counting · Finish count makes it a figure · F1 guide")
