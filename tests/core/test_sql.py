"""Names and values are unchanged by an SQL statement."""

from __future__ import annotations

import sqlite3

from hypothesis import example, given
from hypothesis import strategies as st

from yalu_plugin.core.sql import identifier, literal


@given(st.one_of(st.text(), st.none(), st.integers(-2 ** 63, 2 ** 63 - 1),
                 st.floats(allow_nan=False)))
@example(4.752635505884428e-301)  # read as a decimal, SQLite makes another number of it
@example(5e-324)
@example(1.7976931348623157e308)
@example(-128.186804)
@example("it's \"x\"; DROP TABLE sites; --")
@example("a\0b")
@example("")
def test_a_value_is_the_same_value(value: object) -> None:
    assert sqlite3.connect(":memory:").execute(f"SELECT {literal(value)}").fetchone() == (value,)  # type: ignore[arg-type]


def test_booleans_are_numbers_and_bytes_that_are_not_text_are_unchanged() -> None:
    database = sqlite3.connect(":memory:")
    database.text_factory = bytes
    odd = b"a\xff\xed\xa0\xbd"
    spelt = literal(odd.decode(errors="surrogateescape"))
    assert database.execute(f"SELECT {literal(True)}, {spelt}").fetchone() == (1, odd)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
@example('a"b')
def test_a_name_is_the_same_name(name: str) -> None:
    database = sqlite3.connect(":memory:")
    database.execute(f"CREATE TABLE t ({identifier(name)})")
    assert database.execute("PRAGMA table_info(t)").fetchone()[1] == name
