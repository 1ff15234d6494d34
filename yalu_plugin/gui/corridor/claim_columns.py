"""Texts and table columns for published claims and their measurements. Rows are those of survey_claims as dicts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cache

from qgis.PyQt.QtGui import QIcon

from yalu_plugin.core.decimals import from_to
from yalu_plugin.core.first_seen import period_text
from yalu_plugin.core.text import translatable
from yalu_plugin.core.value_labels import FITS_LABELS, QUALIFIER_TEMPLATES
from yalu_plugin.gui.corridor.page_table import PageColumn, Row
from yalu_plugin.i18n import tr
from yalu_plugin.layers.bundled import bundled_text, claim_scope, finding_text
from yalu_plugin.paths import resource

FINDING_WORDS = {
    "along": translatable("is the distance along the river: {along} {unit} measured, straight {straight}."),
    "straight": translatable("is the straight line: {straight} {unit} measured, along the river {along}."),
    "both": translatable("fits either way: along the river {along}, straight {straight} {unit} measured."),
    "neither": translatable("fits neither way: along the river {along}, straight {straight} {unit} measured."),
}
OPEN_FINDING_WORDS = {  # where the published text leaves an end open
    "along": translatable("may be along the river: {along} {unit} measured, straight {straight}."),
    "straight": translatable("may be a straight line: {straight} {unit} measured, along the river {along}."),
}


def claim_columns() -> tuple[PageColumn, ...]:
    """Return the columns of the table of claims."""
    return (
        PageColumn(tr("Claim"), tr("What was published"), value_text),
        PageColumn(tr("Fits"), tr("The reading that the measurements confirm"),
                   lambda row: tr(FITS_LABELS[row["fits"]]), icon=lambda row: _fits_icon(row["fits"])),
        PageColumn(tr("Along"), tr("Measured along the river, in the claim's unit"),
                   lambda row: from_to(row["along_least"], row["along"], 1), True),
        PageColumn(tr("Straight"), tr("Measured straight, in the claim's unit"),
                   lambda row: from_to(row["straight_least"], row["straight"], 1), True),
        PageColumn(tr("Of what"), tr("What the claim is about, as published"), subject_text),
        PageColumn(tr("Source"), tr("Who published it"), lambda row: row["source"]),
        PageColumn(tr("Note"), tr("Where it was measured, and what is missing"), note_text))


def subject_text(row: Row) -> str:
    """Return what the claim is about: "stretch: Kumchang-ri (Kimhyongjik) to Hyesan"."""
    return tr("{quantity}: {scope}").format(quantity=bundled_text(row["quantity"]), scope=claim_scope(row) or "–")


def value_text(row: Row) -> str:
    """Return the value with its qualifier and unit."""
    if row["value"] is None or math.isnan(row["value"]):
        return tr("No figure")
    number = f"{row['value']:,.10g}"
    qualified = tr(QUALIFIER_TEMPLATES.get(row["qualifier"], "{value}")).format(value=number)
    return f"{qualified} {bundled_text(row['unit'])}".strip()


def note_text(row: Row) -> str:
    """Return where the claim was measured, and what is missing."""
    return " ".join(finding_text(phrase) for phrase in row["notes"])


def claim_tooltip(row: Row) -> str:
    """Return the value, subject, source and note of a claim, one per line."""
    return "\n".join((value_text(row), subject_text(row), row["source"], note_text(row)))


def findings(rows: Iterable[Row]) -> list[tuple[str, str]]:
    """Return the findings of the comparison as pairs: the published figure, and how it compares with the measurements.

    Distances come first, the longest at the top, then the counts whose notes go beyond the number of located sites:
    one finding for those that differ in period and number alone.
    """
    rows = list(rows)
    distances = [row for row in rows if row["fits"] in FINDING_WORDS and not math.isnan(row["straight"])]
    measured = [(value_text(row), _distance_finding(row))
                for row in sorted(distances, key=lambda row: -row["value"])]
    alike: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        if not math.isnan(row["located"]) and len(row["notes"]) > 1:
            alike.setdefault((row["scope"], *map(finding_text, row["notes"][1:])), []).append(row)
    return measured + [_count_finding(counts) for counts in alike.values()]


def _count_finding(counts: Sequence[Row]) -> tuple[str, str]:
    """Return the finding of counts that share their scope and the notes after the first."""
    located = [finding_text(row["notes"][0]) for row in counts]
    if len(counts) > 1:
        periods = [period_text(row["from_date"], row["to_date"]) or "–" for row in counts]
        located = [tr("{period}: {note}").format(period=period, note=note) for period, note in zip(periods, located)]
    note = " ".join([*located, *map(finding_text, counts[0]["notes"][1:])])
    return (", ".join(map(value_text, counts)),
            tr("({scope}): {note}").format(scope=bundled_text(counts[0]["scope"]), note=note))


def _distance_finding(row: Row) -> str:
    is_open = row["along_least"] != row["along"] or row["straight_least"] != row["straight"]
    templates = {**FINDING_WORDS, **OPEN_FINDING_WORDS} if is_open else FINDING_WORDS
    sentence = tr(templates[row["fits"]]).format(
        along=from_to(row["along_least"], row["along"], 1) or tr("not measurable"),
        straight=from_to(row["straight_least"], row["straight"], 1), unit=bundled_text(row["unit"]))
    return f"{sentence} {note_text(row)}"


@cache
def _fits_icon(fits: str) -> QIcon:
    return QIcon(str(resource("icons", f"fits_{fits}.svg")))
