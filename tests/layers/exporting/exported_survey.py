"""A SYNTHETIC survey with texts that other programs may trip over, and its export."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from typing import Any

NAMES = ("=SUM(A1)", "+1", "-2+3", "@x", "＝1", "'=quoted", "\t=tab", "007", "-128", "[1,2]", '{"a":1}', "a,\"b\"\nc",
         "혜산 惠山", "\u202eabc", "x" * 300, "한" * 100, "</Placemark><script>", "]]>", " blank ", None)


def site_id(number: int) -> str:
    """Return the id of a site of `survey_with_names`."""
    return f"00000000-0000-4000-8000-{number:012}"


def survey_with_names(new_survey: Any, path: Path) -> Any:
    """Return a survey of a site for each of NAMES, all but the last with a place, two of them observed."""
    from yalu_plugin.core.imagery.scene import Scene
    from yalu_plugin.layers.survey.images import scene_row

    survey = new_survey(path, "SYNTHETIC")
    time = datetime(2024, 1, 5, 2, tzinfo=timezone.utc)
    image = scene_row(Scene("i", "i.tif", time, time, date_kind="at_or_before", date_source="filename",
                            platform="S2", synthetic=True))
    sites = [{"id": site_id(number), "name": name, "kind": "vehicle_ford", "note": name and f"note {name}",
              "county": "Samsu" if number == 0 else None, "retired_on": "2024-12-31" if number == 1 else None,
              "geom": f"POINT ({128.186804 - number / 1000} 41.411114)"} for number, name in enumerate(NAMES)]
    del sites[-1]["geom"]
    seen = [(0, "present", "2023-08-01", "2023-08-31", None), (0, "washed_out", None, "2024-01-05", "i"),
            (1, "present", "2024-01-05", "2024-01-05", "i")]
    survey.change("test", {"sites": sites, "images": [image], "observations": [
        {"id": f"00000000-0000-4000-9000-{number:012}", "site_id": site_id(site), "state": state, "seen_from": first,
         "seen_to": last, "image_id": image_id, "note": "=1"}
        for number, (site, state, first, last, image_id) in enumerate(seen)]})
    return survey


def exported(survey: Any, path: Path, form: str, **choice: Any) -> Any:
    """Export the survey without measures."""
    from yalu_plugin.layers.exporting.site_files import SiteChoice, export_sites

    return export_sites(survey, path, form, SiteChoice(**choice), None)
