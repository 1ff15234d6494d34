"""The labels of the survey's kinds, states and other values, shared by styles, legends and panels.

A label that stands alone, in a box, a list, a cell or a chip, starts with a capital; labels within a sentence or in
brackets do not. Hence some columns have two sets of labels.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yalu_plugin.core.kinds import BUILT_IN_KINDS
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.states import OBSERVED_STATES, UNKNOWN, UNKNOWN_LABEL, is_conclusive
from yalu_plugin.core.text import translatable

KIND_LABELS = {kind.value: kind.label for kind in BUILT_IN_KINDS}
STATE_LABELS = {**{state.value: state.label for state in OBSERVED_STATES}, UNKNOWN: UNKNOWN_LABEL}
DATE_KIND_LABELS = {
    "acquired": translatable("date of acquisition"),
    "released": translatable("date of release, not of acquisition"),
    "at_or_before": translatable("acquired on this date or before"),
    "reported": translatable("date as reported"),
}
DATE_SOURCE_LABELS = {
    "stac": translatable("STAC"),
    "gdal": translatable("the image's own metadata"),
    "filename": translatable("file name"),
    "service": translatable("the service"),
    "address": translatable("the address"),
    "file_list": translatable("file list"),
}
LIKELIHOOD_LABELS = {  # by ICD 203
    "almost_certain": translatable("Almost certain (95 to 99 %)"),
    "very_likely": translatable("Very likely (80 to 95 %)"),
    "likely": translatable("Likely (55 to 80 %)"),
    "even": translatable("Roughly even chance (45 to 55 %)"),
    "unlikely": translatable("Unlikely (20 to 45 %)"),
    "very_unlikely": translatable("Very unlikely (5 to 20 %)"),
    "remote": translatable("Almost no chance (1 to 5 %)"),
}
# In the forms and attribute tables of a survey, by column: the same value may have another meaning in another column.
COLUMN_LABELS = {
    "kind": KIND_LABELS,
    "state": STATE_LABELS,
    "at_fence_gate": {"yes": translatable("Yes"), "no": translatable("No"), "unknown": translatable("Not known")},
    "confidence": {"confirmed": translatable("Confirmed"), "probable": translatable("Probable"),
                   "possible": translatable("Possible")},
    "date_kind": {"acquired": translatable("Acquired"), "released": translatable("Released, not acquired"),
                  "at_or_before": translatable("At or before this date"), "reported": translatable("Reported")},
    "date_source": {"stac": translatable("STAC item"), "gdal": translatable("Metadata of the file"),
                    "filename": translatable("File name"), "service": translatable("The service"),
                    "address": translatable("The address"), "file_list": translatable("List of images")},
    "direction": {"downstream": translatable("Downstream"), "upstream": translatable("Upstream")},
    "likelihood": LIKELIHOOD_LABELS,
    "reason": {"cloud": translatable("Cloud"), "ice": translatable("Ice"), "shadow": translatable("Shadow"),
               "resolution": translatable("Resolution"), "outside_image": translatable("Outside the image")},
    "result": {"searched": translatable("Searched"), "not_observable": translatable("Not observable")},
    "qualifier": {"exactly": translatable("Exactly"), "at_least": translatable("At least"),
                  "about": translatable("About")},
    "list": {"site_kind": translatable("Kinds of site"), "mark_class": translatable("Classes of counted objects")},
}
LONGEST_KIND = 60  # characters of a custom kind
RIVER_LABEL = translatable("River line (border in OSM, a proxy)")
SIDE_LABELS = {"left": translatable("left of the line"), "right": translatable("right of the line"),
               "on_line": translatable("on the line")}
CONFIDENCE_LABELS = {"confirmed": translatable("confirmed"), "probable": translatable("probable"),
                     "possible": translatable("possible")}
REASON_LABELS = {"cloud": translatable("cloud"), "ice": translatable("ice"), "shadow": translatable("shadow"),
                 "resolution": translatable("resolution"), "outside_image": translatable("outside the image")}
FITS_LABELS = {
    "along": translatable("Along the river"),
    "straight": translatable("Straight line"),
    "both": translatable("Either way"),
    "neither": translatable("Neither fits"),
    "counted": translatable("Counted here"),
    "not_measurable": translatable("Not measurable yet"),
}
QUALIFIER_TEMPLATES = {"at_least": translatable("at least {value}"), "about": translatable("about {value}")}
_VERBATIM = "{word}"  # a text of the user, which is not translated
_NO_OBSERVATION = translatable("No observation yet")
_INCONCLUSIVE = translatable("Looked at, and nothing could be seen")
_UNDATED = translatable("State not known: no observation that shows it has a date")
_LATER = translatable("State not known on this day: first observed by {day}")


def kind_phrase(kind: str | None) -> Phrase:
    """Return the label of a kind of site: built-in kinds by label, custom ones by name, none as other sites."""
    if kind in KIND_LABELS:
        return Phrase(KIND_LABELS[kind])
    own = one_line(kind or "", LONGEST_KIND)
    return Phrase(_VERBATIM, {"word": own}) if own else Phrase(KIND_LABELS["other"])


def unknown_state_reason(observations: Iterable[Row], day: date | None) -> Phrase:
    """Return the reason why no state of a site is known on a day, given its observations."""
    rows = list(observations)
    conclusive = [row for row in rows if is_conclusive(row["state"])]
    days = [row["seen_to"] for row in conclusive if row["seen_to"]]
    if days and day is not None:
        return Phrase(_LATER, {"day": min(days)})
    if conclusive:
        return Phrase(_UNDATED)
    return Phrase(_INCONCLUSIVE if rows else _NO_OBSERVATION)
