from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.corridor.coverage import NOT_OBSERVABLE, SEARCHED, union
from yalu_plugin.core.corridor.looks import Look, Looks

ONE, TWO, CLOUD = Look(0, 3, SEARCHED, "1"), Look(2.7, 5.7, SEARCHED, "2"), Look(5.4, 8.4, NOT_OBSERVABLE, "3")


def test_what_is_united_follows_what_comes_and_goes():
    looks = Looks([TWO, ONE])
    assert looks.united == {SEARCHED: [(0, 5.7)], NOT_OBSERVABLE: []}
    looks.add(CLOUD)
    assert looks.united == {SEARCHED: [(0, 5.7)], NOT_OBSERVABLE: [(5.4, 8.4)]}
    assert looks.take_out(ONE)
    assert looks.united == {SEARCHED: [(2.7, 5.7)], NOT_OBSERVABLE: [(5.4, 8.4)]}
    assert not looks.take_out(ONE)
    assert not looks.take_out(TWO._replace(row_id="other"))
    assert len(looks) == 2


def test_what_lies_in_a_stretch_is_found():
    looks = Looks([ONE, TWO, CLOUD])
    assert looks.inside((2.7, 5.7)) == [TWO]
    assert looks.inside((2.705, 5.695)) == [TWO]
    assert looks.inside((0, 8.4)) == [ONE, TWO, CLOUD]
    assert looks.inside((0.5, 5.6)) == []
    assert looks.inside((100, 200)) == []


_looks = st.lists(st.builds(lambda begin, size, result, number: Look(begin, begin + size, result, str(number)),
                            st.integers(0, 50), st.integers(1, 9), st.sampled_from([SEARCHED, NOT_OBSERVABLE]),
                            st.integers(0, 99)), max_size=12, unique_by=lambda look: look.row_id)


@given(_looks, _looks, st.randoms())
def test_coming_and_going_one_by_one_is_the_same_as_all_at_once(some, more, random):
    more = [look for look in more if look.row_id not in {one.row_id for one in some}]
    kept = Looks(some)
    assert kept.united is not None  # from here on it is kept up to date
    for look in more:
        kept.add(look)
    gone = random.sample([*some, *more], random.randint(0, len(some) + len(more)))
    assert all(kept.take_out(look) for look in gone)
    left = [look for look in (*some, *more) if look not in gone]
    assert kept.united == {result: union(look[:2] for look in left if look.result == result)
                           for result in (SEARCHED, NOT_OBSERVABLE)}
    assert kept.inside((10, 20)) == sorted(look for look in left if look.from_m >= 10 and look.to_m <= 20)
