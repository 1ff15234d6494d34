"""Charts: values on the axes, captions, and files written completely or not at all."""

from __future__ import annotations

import math
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree  # noqa: S405 - our own file is read back

import pytest

pytest.importorskip("matplotlib")

from yalu_plugin.core.charts.chainage_strip import chainage_strip
from yalu_plugin.core.charts.chart import DARK, Sheet, Statement, wrapped
from yalu_plugin.core.charts.chart_export import ChartFormatUnknown, ChartNotWritten, pixels, save
from yalu_plugin.core.charts.crossings_over_time import crossings_over_time, first_seen, published_steps
from yalu_plugin.core.charts.gap_histogram import bin_edges, gap_histogram
from yalu_plugin.core.published import published_rows

DATA = Path(__file__).resolve().parents[3] / "resources" / "data"
STATEMENT = Statement("Yalu River, 2,617 vertices", "41.411114, 128.186804", "2025-07-30 (UTC)", "AccessDPRK")


def row(site_id: str, name: str, kind: str, km: float, along: float, straight: float) -> dict[str, Any]:
    return {"site_id": site_id, "name": name, "kind": kind, "chainage_km": km, "gap_along_km": along,
            "gap_straight_km": straight}


ROWS = [row("a", "Hyesan 혜산시 惠山", "vehicle_ford", 0.0, 24.42, 11.48),
        row("b", "Fence gate", "vehicle_ford", 24.42, 34.28, 14.51),
        row("c", "Phungyang", "vehicle_ford", 58.69, 101.69, 56.31),
        row("d", "Barge site", "barge_dock", 160.38, math.nan, math.nan)]


def svg_text(figure: Any, path: Path) -> str:
    """Return all text of the figure from its SVG, where it must be text."""
    save(figure, path)
    return " ".join("".join(node.itertext()) for node in ElementTree.parse(path).iter() if node.tag.endswith("}text"))


def test_kinds_and_states_are_at_the_right_position():
    figure = chainage_strip(ROWS, {"a": "present", "b": "washed_out"}, STATEMENT)
    (axes,) = figure.axes
    lanes = [label.get_text().replace("\n", " ") for label in axes.get_yticklabels()]
    assert lanes == ["Not known", "Washed out", "Present"]
    vehicles, barges = axes.collections
    assert vehicles.get_offsets().tolist() == [[0.0, 2.0], [24.42, 1.0], [58.69, 0.0]]
    assert barges.get_offsets().tolist() == [[160.38, 0.0]]
    assert vehicles.get_facecolor()[0].tolist() == pytest.approx([0x11 / 255] * 3 + [1])
    assert [text.get_text() for text in axes.get_legend().get_texts()] == ["Vehicle crossing", "Barge crossing"]


@pytest.mark.parametrize("count", [43, 500])
def test_with_many_crossings_no_kind_hides_another(count):
    kinds = ("barge_dock", *["vehicle_ford"] * 6)
    many = [row(str(number), f"Ford {number}", kinds[number % 7], number / 4, 1.0, 1.0) for number in range(count)]
    (axes,) = chainage_strip(many, {"0": "present", "1": "present"}, STATEMENT).axes
    axes.figure.draw_without_rendering()
    barges, vehicles = axes.collections
    (low,), (high,) = ({y for x, y in one.get_offsets().tolist() if x > 1} for one in (barges, vehicles))
    assert (low + high) / 2 == 0 and len(barges.get_offsets()) + len(vehicles.get_offsets()) == count
    top, bottom = (axes.transData.transform((0, y))[1] for y in (high, low))
    distance = abs(top - bottom) / axes.figure.dpi * 72
    assert distance >= max(barges.get_sizes()[0], vehicles.get_sizes()[0]) ** 0.5  # points


def test_names_do_not_cover_each_other():
    from matplotlib.text import Text

    close = [row(str(number), "A rather long name of a crossing", "vehicle_ford", float(number), 1.0, 1.0)
             for number in range(10)]
    (axes,) = chainage_strip(close, {}, STATEMENT, Sheet((3.6, 2.1))).axes
    boxes = [Text.get_window_extent(text) for text in axes.texts]  # without the leaders
    assert 1 < len(boxes) < 10
    distance = [box.padded(3 * axes.figure.dpi / 72) for box in boxes]  # two adjacent names do not read as one
    assert not any(one.overlaps(other) for number, one in enumerate(distance) for other in boxes[:number])
    assert all("\n" in text.get_text() and text.arrow_patch for text in axes.texts)


def test_counts_do_not_cover_the_line_of_the_total():
    (axes,) = crossings_over_time([], 0, published_rows(DATA)["claims"], STATEMENT).axes
    total = axes.transData.transform((0, 32))[1]
    assert all(text.get_window_extent().y1 < total - 2 for text in axes.texts)


def test_text_and_hangul_are_text_in_the_svg(tmp_path):
    told = svg_text(chainage_strip(ROWS, {}, STATEMENT), tmp_path / "strip.svg")
    assert "혜산시 惠山" in told and "river km downstream" in told
    for part in ("Line: Yalu River, 2,617 vertices", "Datum: 41.411114, 128.186804", "As of 2025-07-30 (UTC)",
                 "Source: AccessDPRK"):
        assert part in told
    assert "SYNTHETIC" not in told


def test_a_name_is_not_a_formula(tmp_path):
    rows = [row("a", "Pay $5^2$ here", "vehicle_ford", 0.0, math.nan, math.nan)]
    assert "Pay $5^2$ here" in svg_text(chainage_strip(rows, {}, STATEMENT), tmp_path / "strip.svg")


def test_a_synthetic_chart_has_two_marks(tmp_path):
    made_up = Statement(line="a line", synthetic=True)
    told = svg_text(gap_histogram(ROWS, made_up), tmp_path / "gaps.svg")
    assert "SYNTHETIC data · Line: a line" in told and told.count("SYNTHETIC") == 2


def test_published_quarters_add_to_thirty():
    claims = published_rows(DATA)["claims"]
    assert published_steps(claims) == [(date(2024, 6, 30), 4), (date(2024, 12, 31), 11), (date(2025, 3, 31), 16),
                                       (date(2025, 6, 30), 30)]
    (axes,) = crossings_over_time([date(2023, 8, 31)], 4, claims, STATEMENT).axes
    labels = [text.get_text() for text in axes.get_legend().get_texts()]
    assert labels == ["published, by end of period", "published total 32: 2 undated",
                      "this survey, by first sighting: 1 of 4 dated"]
    assert [text.get_text() for text in axes.texts] == ["4", "11", "16", "30"]


def test_first_seen_is_the_first_sighting():
    observations = [{"site_id": site, "state": state, "seen_to": day} for site, state, day in (
        ("a", "present", "2024-05-01"), ("a", "present", "2023-08-31"), ("a", "absent", "2020-01-01"),
        ("b", "not_observable", "2024-01-01"), ("c", "under_construction", "2025-01-02"),
        ("x", "present", "2022-01-01"))]
    assert first_seen(["a", "b", "c"], observations) == [date(2023, 8, 31), date(2025, 1, 2)]


def test_histogram_counts_both_ways():
    (axes,) = gap_histogram(ROWS, STATEMENT).axes
    heights = [[bar.get_height() for bar in bars] for bars in axes.containers]
    assert [sum(one) for one in heights] == [3, 3]
    assert [sum(bar.get_visible() for bar in bars) for bars in axes.containers] == [3, 2], "empty bins leave no mark"
    assert all(patch.get_visible() for patch in axes.get_legend().get_patches())
    labels = [text.get_text() for text in axes.get_legend().get_texts()]
    assert labels == ["along the river, median 34.28 km", "straight, median 14.51 km"]


@pytest.mark.parametrize(("largest", "edges"), [(0.0, [0.0, 1.0]), (101.69, [10.0 * n for n in range(12)]),
                                                (1.0, [pytest.approx(0.1 * n) for n in range(12)])])
def test_bins_are_round(largest, edges):
    assert bin_edges(largest) == edges


@pytest.mark.parametrize("draw", [lambda: chainage_strip([], {}, STATEMENT), lambda: gap_histogram([], STATEMENT),
                                  lambda: crossings_over_time([], 0, [], STATEMENT)])
def test_a_chart_without_data_has_a_message(draw):
    (axes,) = draw().axes
    assert axes.texts[0].get_text() and not axes.lines and not axes.collections


def test_dark_pixels_have_the_requested_size():
    width, height, data = pixels(chainage_strip(ROWS, {}, STATEMENT, Sheet((3.6, 2.5), DARK)), 192)
    assert (width, height, len(data)) == (691, 480, 691 * 480 * 4)
    assert data[:3] == bytes.fromhex(DARK.paper[1:])


def test_matplotlib_settings_are_unchanged():
    import matplotlib

    before = dict(matplotlib.rcParams)
    chainage_strip(ROWS, {}, STATEMENT)
    assert dict(matplotlib.rcParams) == before


def test_files_that_cannot_be_written(tmp_path):
    figure = gap_histogram(ROWS, STATEMENT)
    with pytest.raises(ChartFormatUnknown, match="doc"):
        save(figure, tmp_path / "chart.doc")
    taken = tmp_path / "taken.png"
    taken.mkdir()
    with pytest.raises(ChartNotWritten):
        save(figure, taken)
    assert list(tmp_path.iterdir()) == [taken]


def test_wrapping_counts_wide_characters_twice():
    assert wrapped("one two three", 7) == "one two\nthree"
    assert wrapped("김형직군혜산시", 8) == "김형직군\n혜산시"
