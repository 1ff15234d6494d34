"""Two changes at once in one QGIS: neither is refused, and the audit chain has both."""

from __future__ import annotations

import threading
import time
from typing import Any

from yalu_plugin.core.survey.sealed_record import first_break

SITE = {"id": "a", "name": "Ford", "kind": "vehicle_ford", "geom": "POINT (127.5 41.5)"}


def test_a_click_waits_for_a_change_written_in_the_background(survey: Any) -> None:
    from yalu_plugin.layers.survey.geopackage import WAIT_MS
    from yalu_plugin.layers.survey.write import change, transaction

    begun = threading.Event()

    def long_change() -> None:
        with transaction(survey.path):
            begun.set()
            time.sleep(2 * WAIT_MS / 1000)

    background = threading.Thread(target=long_change)
    background.start()
    begun.wait()
    change(survey.path, "click", added={"sites": [SITE]})
    background.join()
    assert "a" in {row["id"] for row in survey.rows("sites")}
    rows = sorted(survey.rows("audit"), key=lambda row: row["seq"])
    assert rows[-1]["action"] == "click" and first_break(rows) is None
