"""The placemarks of a KML: one for each site, which may be edited, and one for each of its states over time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from yalu_plugin.core.exporting.export_files import AT, RIVER, ROLE, SCOPE, SITE, STATE
from yalu_plugin.core.exporting.kml_balloon import balloon_markup, lines_markup
from yalu_plugin.core.exporting.kml_elements import (
    extended_data,
    html_description,
    html_text,
    line_string,
    point,
    time_span,
    xml_text,
)
from yalu_plugin.core.exporting.kml_texts import Balloon, KmlTexts, RiverLine
from yalu_plugin.core.exporting.site_export import SiteExport, SurveyExport
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.survey.retired import as_of, is_retired

RIVER_STYLE = "river"
PATH = " / "  # between the names of nested folders
LONGEST_NAME = 1_000  # characters
HIDDEN = "<visibility>0</visibility>"
NO_SNIPPET = '<Snippet maxLines="0"/>'  # Google Earth would list the first lines of the balloon


def placemark_name(site: SiteExport) -> str:
    """Return a site's name in one line, without characters that turn the text around."""
    return one_line(site.label, LONGEST_NAME)


def site_placemark(site: SiteExport, name: str, export: SurveyExport, texts: KmlTexts, folder: str, style: str) -> str:
    """Return the placemark of a site, by its `placemark_name`; a retired one is not drawn until the user selects it.

    What may be edited is repeated as it was exported, the note in the HTML of the balloon: an import compares the two.
    """
    balloon = _with_own_heading(texts.balloon(site))
    hidden = bool(site.retired_on) and is_retired({"retired_on": site.retired_on}, as_of(export.day))
    exported = {
        "site_id": site.site_id, "survey_id": export.survey_id, ROLE: SITE, SCOPE: export.scope,
        AT: export.exported_at, "exported_name": name, "exported_kind": site.kind,
        "exported_longitude": site.longitude, "exported_latitude": site.latitude,
        "exported_folder": f"{texts.sites}{PATH}{folder}", "exported_county": site.county,
        "exported_note": html_text(balloon.note), "exported_heading": balloon.heading}
    return (f"<Placemark><name>{xml_text(name)}</name>{HIDDEN if hidden else ''}{NO_SNIPPET}"
            f"{html_description(balloon_markup(balloon))}<styleUrl>#{style}</styleUrl>"
            f"{extended_data({**exported, **_facts(site, export)})}"
            f"{point(site.longitude, site.latitude)}</Placemark>\n")


def _with_own_heading(balloon: Balloon) -> Balloon:
    """Return the balloon with a heading that is not in the note, so that an import finds the end of the note."""
    while balloon.heading in balloon.note:
        balloon = balloon._replace(heading=f"{balloon.heading} ·")
    return balloon


def state_placemarks(site: SiteExport, name: str, export: SurveyExport, texts: KmlTexts,
                     style: Callable[[str], str]) -> Iterator[str]:
    """Yield a placemark for each state of a site, in the style of the state; none for a site without a place.

    A state lasts until the next one, and the last one until the site was retired.
    """
    if site.longitude is None:
        return
    place = point(site.longitude, site.latitude)
    for span in site.spans():
        title = f"{name}: {export.labels.state(span.state)}"
        data = extended_data({
            "state_of_site_id": site.site_id, "survey_id": export.survey_id, ROLE: STATE,
            "state": span.state, "observation_id": span.observation_id})
        yield (
            f"<Placemark><name>{xml_text(title)}</name>{HIDDEN}{NO_SNIPPET}"
            f"{html_description(lines_markup([name, *texts.span(site, span)]))}"
            f"{time_span(span.valid_from, span.valid_to)}<styleUrl>#{style(span.state)}</styleUrl>{data}"
            f"{place}</Placemark>\n")


def river_placemark(line: RiverLine, export: SurveyExport) -> str:
    """Return the placemark of a river line."""
    parts = "".join(line_string(part) for part in line.parts)
    shape = parts if len(line.parts) == 1 else f"<MultiGeometry>{parts}</MultiGeometry>"
    return (f"<Placemark><name>{xml_text(line.name)}</name>{NO_SNIPPET}"
            f"{html_description(lines_markup(line.credits))}<styleUrl>#{RIVER_STYLE}</styleUrl>"
            f"{extended_data({'survey_id': export.survey_id, ROLE: RIVER})}{shape}</Placemark>\n")


def _facts(site: SiteExport, export: SurveyExport) -> Mapping[str, str | float | None]:
    """Return what readers of the data, not of the balloon, may want to know."""
    return {"kind": site.kind, "kind_label": site.kind_label, "state": site.state,
            "state_on": str(export.day or ""), "first_seen": site.first_seen_to, "last_seen": site.last_seen,
            "county": site.county, "county_along": site.county_along, "chainage_km": site.chainage_km,
            "at_fence_gate": site.at_fence_gate, "confidence": site.confidence, "retired_on": site.retired_on}
