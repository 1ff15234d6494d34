"""The list of the bundled survey's texts contains all that appear on pages."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from yalu_plugin.core.bundled_texts import BUNDLED_TEXTS

DATA = Path(__file__).resolve().parents[2] / "resources" / "data"


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(("file", "column"), [("claim_scopes.csv", "scope"), ("claim_scopes.csv", "reason"),
                                              ("sites.csv", "note"), ("observations.csv", "note")])
def test_every_text_is_in_the_list(file, column):
    assert [row[column] for row in rows(file) if row[column] and row[column] not in BUNDLED_TEXTS] == []


def test_places_without_a_name_are_in_the_list():
    names = {row["name"] for row in rows("claim_places.csv") if row["name"].startswith("where ")}
    assert len(names) == 3 and names <= BUNDLED_TEXTS.keys()


def test_measurable_claims_have_all_their_texts_in_the_list():
    scopes = {row["scope"] for row in rows("claim_scopes.csv")}
    claims = [row for row in rows("claims.csv") if row["scope"] in scopes]
    assert len(claims) == 16
    words = {row[column] for row in claims for column in ("quantity", "unit", "note")}
    assert words - BUNDLED_TEXTS.keys() - {"", "km"} == set()
