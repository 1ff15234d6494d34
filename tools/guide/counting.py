"""The picture of the guide's page about counting: Samsu as published, with SYNTHETIC marks on SYNTHETIC pixels."""

from __future__ import annotations

from typing import Any

from tests.desktop.test_counting import CARS, SIDE, lot
from tests.gui.counting.conftest import a_scene, lonlat, made_image
from tools.guide.studio import Studio


def take_pictures(studio: Studio) -> None:
    """Take counting.png."""
    studio.fresh_survey("counting")
    bench: Any = studio.bench
    bench.scenes.add([a_scene(made_image(studio.scratch / "SYNTHETIC_20250730.tif"), "a")])
    bench.imagery.show(bench.scenes.by_id["a"])
    studio.find("YaluCountingDock").setUserVisible(True)
    studio.zoom_to_box(*lonlat(0, SIDE), *lonlat(SIDE, 0))
    parts = [*(lot(number, "car", cars) for number, cars in enumerate(CARS)), lot(5, "truck", 49)]
    bench.session.change("guide", {table: [row for part in parts for row in part[table]] for table in parts[0]})
    bench.counting.select_count("count0")
    studio.clear_messages()
    studio.save("counting", studio.screen())
    studio.show_panel("crossings")
