"""The report of an import, in English and ready for JSON."""

from __future__ import annotations

from typing import Any

from yalu_plugin.core.importing.difference_text import difference_phrase
from yalu_plugin.core.importing.import_assessment import GoneSite, ImportAssessment, ImportRow


def import_report(assessment: ImportAssessment) -> dict[str, Any]:
    """Return counts, notices, texts as read, what becomes of every row, and the sites that the list has no longer."""
    offer = assessment.datum_offer
    return {"counts": assessment.counts, "changes": assessment.changes, "notices": list(map(str, assessment.notices)),
            "more": list(map(str, assessment.more)),
            "datum_offer": {"datum": offer.datum, "reason": str(offer.reason)} if offer else None,
            "words": [reading._asdict() for reading in assessment.readings], "rows": list(map(_row, assessment.rows)),
            "gone": list(map(_gone, assessment.gone))}


def _row(row: ImportRow) -> dict[str, Any]:
    differences = [{**difference._asdict(), "text": str(difference_phrase(difference, row.of_observation is not None))}
                   for difference in row.differences]
    return {"number": row.number, "label": row.label, "status": row.status, "reason": row.reason, "change": row.change,
            "site_id": row.of_site, "differences": differences,
            "observations": [dict(seen) for seen in row.observations]}


def _gone(gone: GoneSite) -> dict[str, Any]:
    return {"site_id": gone.site.id, "name": gone.site.name or str(gone.site.display_name), "answer": gone.answer}
