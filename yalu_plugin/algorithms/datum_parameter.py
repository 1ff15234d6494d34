"""What the algorithms that read coordinates share: the parameter DATUM for coordinates of Chinese maps."""

from __future__ import annotations

from qgis.core import QgsProcessingFeedback

from yalu_plugin.core.importing.import_assessment import AS_STATED, ImportAssessment
from yalu_plugin.core.importing.notations.coordinate_types import BD_09, GCJ_02
from yalu_plugin.i18n import phrase_text, tr

DATUMS = (GCJ_02, BD_09, AS_STATED)


def datum_help() -> str:
    """Return the help of the parameter."""
    return tr("GCJ-02 (Amap, Tencent) or BD-09 (Baidu), whose shift is undone, or as stated in each row; empty "
              "if they are not shifted. The note of each converted site says so.")


def log_datum_offer(assessment: ImportAssessment, feedback: QgsProcessingFeedback) -> None:
    """Log that the coordinates may be shifted, and the parameter that converts them."""
    offer = assessment.datum_offer
    if offer is not None:
        feedback.pushWarning(" ".join((phrase_text(offer.reason), tr("DATUM={datum} converts them.").format(
            datum=offer.datum))))
