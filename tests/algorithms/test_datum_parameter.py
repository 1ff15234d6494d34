"""The warning about shifted coordinates names the parameter that converts them."""

from __future__ import annotations

from typing import Any


def test_the_warning_names_the_parameter_and_its_value(qgis_app: Any) -> None:
    from qgis.core import QgsProcessingFeedback

    from yalu_plugin.algorithms.datum_parameter import log_datum_offer
    from yalu_plugin.core.importing.import_assessment import DatumOffer, ImportAssessment
    from yalu_plugin.core.phrase import Phrase

    feedback = QgsProcessingFeedback(False)
    log_datum_offer(ImportAssessment((), ()), feedback)
    assert feedback.textLog() == ""
    log_datum_offer(ImportAssessment((), (), datum_offer=DatumOffer("GCJ-02", Phrase("Shifted."))), feedback)
    assert "Shifted. DATUM=GCJ-02 converts them." in feedback.textLog()
