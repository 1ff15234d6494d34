from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.importing.date_parser import (
    DAY_FIRST,
    MONTH_FIRST,
    AmbiguousDate,
    DateError,
    DateToConfirm,
    UnreadableDate,
    YearMissing,
    find_order,
    read_date,
    states_no_date,
)

TODAY = dt.date(2026, 3, 1)
DAY, MONTH, YEAR = ("2025-07-30", "2025-07-30"), ("2025-07-01", "2025-07-31"), ("2025-01-01", "2025-12-31")
SPRING, AUGUST_23 = ("2024-04-01", "2024-06-30"), ("2023-08-01", "2023-08-31")
QUARTER, DAYS = ("2025-07-01", "2025-09-30"), ("2025-07-30", "2025-08-02")


def read(text: str, order: str = "") -> tuple[str | None, str | None]:
    return tuple(read_date(text, order, TODAY))  # type: ignore[return-value]


def suggested(text: str, order: str = "") -> tuple[str | None, str | None]:
    with pytest.raises(DateToConfirm) as raised:
        read_date(text, order, TODAY)
    return tuple(raised.value.suggestion)  # type: ignore[return-value]


@pytest.mark.parametrize(("interval", "texts"), [
    (DAY, ("2025-07-30", "2025/07/30", "2025.7.30", "2025. 7. 30.", "2025-7-30", "20250730", "2025 - 07 - 30",
           "2025-07-30T02:10:00Z", "2025-07-30 14:30", "2025-07-30T02:10:00.000+00:00", "2025/7/30 0:00",
           "2025-07-30Z", "7/30/2025 2:10:00 PM", "2025-07-30 오후 2:10:00", "20250730T021000Z", "20250730_021000",
           "20250730021000", "2025:07:30 10:20:30", "Wed Jul 30 02:10:00 UTC 2025", "2025-W31-3", "2025-211",
           "2025_07_30", "30 July 2025", "30 Jul 2025", "July 30, 2025", "Jul. 30, 2025", "30th July 2025",
           "30th of July, 2025", "30-JUL-2025", "30JUL2025", "2025 July 30", "2025-Jul-30", "on 30 July 2025",
           "30/Jul/2025", "Wednesday, July 30, 2025", "Wed 30 Jul 2025", "2025.7.30(수)", "2025年7月30日星期三",
           "2025년 7월 30일 수요일", "2025년 7월 30일", "2025年7月30日", "２０２５年７月３０日",
           "2025년7월30일 10시 20분", "주체114(2025)년 7월 30일", "2025(주체114)년 7월 30일", "30 juillet 2025",
           "le 30 juillet 2025", "30. Juli 2025", "30 июля 2025 г.", "30 июля 2025 года", "30 de julio de 2025",
           "30/07/2025", "07/30/2025", "30.07.2025", "30. 07. 2025", "2025-07-30 (Planet)", "2025-07-30 [Maxar]",
           "20250730.0", "2025. 7. 30. (수)", "30.07.2025 г.", "'2025-07-30", '"2025-07-30"')),
    (("2025-07-29", "2025-07-29"), ("2025-07-30T01:30:00+09:00", "2025-07-30 01:30 KST", "2025-07-30 01:30 UTC+9",
                                    "Wed Jul 30 2025 00:00:00 GMT+0900 (KST)")),
    (("2025-07-31", "2025-07-31"), ("2025-07-30T23:30:00-05:00", "2025-07-30T24:00:00Z")),
    (("2025-07-07", "2025-07-07"), ("7/7/2025",)),
    (MONTH, ("2025-07", "2025/7", "2025. 7", "07/2025", "7-2025", "July 2025", "July, 2025", "Jul. 2025", "JULY 2025.",
             "in July 2025", "2025 Jul", "2025년 7월", "2025年7月", "juillet 2025", "июль 2025", "Juli 2025")),
    (YEAR, ("2025", "2025년", "2025年", "2025 г.", "2025.0", "during 2025", "Juche 114 (2025)")),
    (QUARTER, ("Q3 2025", "2025-Q3", "2025Q3", "3Q 2025", "Q3/2025", "third quarter of 2025", "2025년 3분기",
               "2025年第三季度", "III квартал 2025", "3. Quartal 2025")),
    (("2025-01-01", "2025-06-30"), ("H1 2025", "1H 2025", "2025-H1", "first half of 2025", "2025년 상반기",
                                    "2025年上半年", "Q1-Q2 2025")),
    (("2025-07-28", "2025-08-03"), ("2025-W31", "2025W31")),
    (("2025-07-11", "2025-07-20"), ("2025년 7월 중순", "2025年7月中旬")),
    (SPRING, ("2024-04/2024-06", "April-June 2024", "April–June 2024", "April to June 2024", "2024-04 - 2024-06",
              "between 2024-04-01 and 2024-06-30", "between April and June 2024", "from April to June 2024",
              "2024-04-2024-06", "2024-04-01~2024-06-30", "20240401-20240630", "2024.04.01-2024.06.30",
              "04/2024-06/2024", "2024-04-01T00:00:00Z/2024-06-30T23:59:59Z", "2024년 4월~6월", "2024년 4~6월",
              "2024년 4월부터 6월까지", "2024年4月至6月", "从2024年4月到2024年6月", "с апреля 2024 по июнь 2024",
              "April bis Juni 2024", "2024-04-01 to 2024-06-30", "2024-04-01 through 2024-06-30", "Q2 2024")),
    (DAYS, ("30 July - 2 August 2025", "July 30 - August 2, 2025", "2025-07-30/2025-08-02", "2025.7.30~8.2",
            "2025년 7월 30일~8월 2일", "30/07/2025 - 02/08/2025", "30. Juli – 2. August 2025", "20250730/20250802")),
    (("2025-07-28", "2025-07-30"), ("28-30 July 2025", "28-30.07.2025", "July 28-30, 2025", "2025.7.28~30")),
    (("2024-01-01", "2025-12-31"), ("2024/2025", "2024-2025", "2024–2025", "2024 to 2025")),
    ((None, "2024-05-31"), ("by 2024-05", "until May 2024", "no later than May 2024", "2024-05 or earlier",
                            "../2024-05", "/2024-05", "2024년 5월까지", "bis Mai 2024")),
    ((None, "2024-04-30"), ("before 2024-05", "prior to May 2024", "<2024-05", "vor Mai 2024", "avant mai 2024")),
    (("2024-06-01", None), ("after 2024-05", "after May 2024", "> 2024-05", "после мая 2024")),
    (("2023-08-01", None), ("since Aug 2023", "2023-08/..", "2023-08/", "2023-08..", "Aug 2023 onwards", ">= 2023-08",
                            "2023-08 - present", "from August 2023", "2023년 8월부터", "自2023年8月以来",
                            "с августа 2023", "seit August 2023", "2023-08 to now")),
    (("2024-02-01", "2024-02-29"), ("2024-02", "February 2024")),
])
def test_clear_dates(interval: tuple[str | None, str | None], texts: tuple[str, ...]) -> None:
    assert {text: read(text) for text in texts} == dict.fromkeys(texts, interval)


@pytest.mark.parametrize(("interval", "texts"), [
    (DAY, ("30.07.25", "25.07.30", "'25.7.30", "30-Jul-25", "30Jul25", "'25년 7월 30일", "45868", "45868.5",
           "1753833600", "1753833600000", "/Date(1753833600000)/", "250730", "30072025", "2025211",
           "Tue, 30 Jul 2025 00:00:00 GMT", "2025.7.30(목)", "2025-07-30 周四", "2025-07-30?", "2025-07-30 (?)",
           "2025-07-30 (approx.)", "2025-07-30 (published)", "2025-07-30 (2 images)", "2025-07-30 (exact day unknown)",
           "2025-07-30 01:30 CST", "주체114년 7월 30일", "民國114年7月30日", "令和7年7月30日", "~2025-07-30")),
    (MONTH, ("Jul-25", "Jul '25", "'25년 7월", "202507", "ca. July 2025", "2025년 7월경")),
    (("2023-01-01", "2023-12-31"), ("c. 2023", "~2023", "2023?", "circa 2023", "about 2023", "2023년경", "2023年左右",
                                    "~2023?")),
    (QUARTER, ("3Q25", "Q3'25")),
    (("2025-06-01", "2025-08-31"), ("summer 2025", "Summer of 2025", "2025년 여름", "2025年夏", "лето 2025")),
    (("2024-12-01", "2025-02-28"), ("winter 2024/25", "winter 2024-2025")),
    (("2025-05-01", "2025-08-31"), ("mid-2025", "mid 2025")),
    (("2025-01-01", "2025-04-30"), ("early 2025", "beginning of 2025", "2025년 초", "2025年初")),
    (("2023-08-21", "2023-08-31"), ("late Aug 2023", "end of August 2023", "2023년 8월 말")),
    (("2062-08-15", "2062-08-15"), ("2062-08-15",)), (("2062-01-01", "2062-12-31"), ("2062",)),
    (("2026-03-02", "2026-03-02"), ("2026-03-02",)), ((None, "2030-12-31"), ("by 2030",)),
    (("1970-01-01", "1970-01-01"), ("1970-01-01",)), (("1753-01-01", "1753-12-31"), ("1753",)),
    (("1850-01-01", "1850-01-01"), ("1850-01-01",)),
    (("2023-01-01", "2024-12-31"), ("2023/24", "2023-24")), (SPRING, ("2024-04/06",)),
    (("2025-07-28", "2025-08-03"), ("week 31 2025", "KW 31/2025")),
    ((None, "2024-05-31"), ("2024년 5월 이전", "до мая 2024")), (("2024-05-01", None), ("2024년 5월 이후",)),
    (("2025-01-01", "2025-01-31"), ("2025.1",)), (("2023-08-13", "2023-08-13"), ("8/13/23",)),
    (("2020-01-01", "2029-12-31"), ("2020s",)),
])
def test_likely_dates_need_confirmation(interval: tuple[str | None, str | None], texts: tuple[str, ...]) -> None:
    assert {text: suggested(text) for text in texts} == dict.fromkeys(texts, interval)


@pytest.mark.parametrize(("error", "texts"), [
    (AmbiguousDate, ("07/08/2025", "1/8/2023", "01.02.2024", "07/08/25", "01/02/2024 - 03/02/2024", "winter 2024",
                     "201112")),
    (YearMissing, ("25-Jul", "7월 30일", "July 30", "30 July", "Jul 25", "30/07", "7月30日", "30.07.")),
    (UnreadableDate, ("2025-13", "2025-13-01", "2025-02-30", "29/02/2023", "31 April 2025", "2025-00", "2025-07-00",
                      "2025-07-??", "Smarch 2025", "soon", "", "TBD", "today", "yesterday", "Tuesday", "12:30", "3",
                      "15,000", "+82 2-1234-5678", "41.411114", "128.186804", "2025-07-30, 2025-08-02",
                      "2025-07-30 2025-08-02", "July 30 2025 & Aug 2 2025", "2025-07-30 to 2025-07-01", "Nov-Feb 2024",
                      "2023 or 2024", "주체113(2025)년 7월 30일", "2025-366", "2025-W54", "20251301", "99999",
                      "2025-07/30", "32/07/2025", "30/13/2025", "2025-07-30 25:00", "April and June 2024", "/", "..",
                      "../..", "0000-00-00", "not 2025", "2025-07-30" * 20)),
])
def test_errors_of_uncertain_dates(error: type[DateError], texts: tuple[str, ...]) -> None:
    for text in texts:
        with pytest.raises(DateError) as raised:
            read_date(text, "", TODAY)
        assert type(raised.value) is error, text
        assert text.strip()[:80] in str(raised.value)


def test_dates_of_a_published_list(data: Path) -> None:
    """Of 71 spellings of dates, the read, likely and undated ones are those that the notes of the list name."""
    with (data / "import" / "dates.csv").open(encoding="utf-8", newline="") as file:
        texts = [row["first_seen"] for row in csv.DictReader(file)]
    assert find_order(texts) == ""
    likely = {"30.07.25", "Jul-25", "3Q25", "summer 2025", "mid-2025", "early 2025", "late Aug 2023", "c. 2023",
              "~2023", "2023?", "45868", "1753833600", "25.07.30", "'25.7.30", "Tue, 30 Jul 2025 00:00:00 GMT",
              "30-Jul-25", "8/13/23"}
    undated = {"07/08/2025", "25-Jul", "TBD", "7월 30일", "2025-13-01", "2025-02-30", "1/8/2023", "unknown", "n/a",
               "-"}
    results: dict[str, set[str]] = {"read": set(), "likely": set(), "undated": set()}
    for text in texts:
        try:
            read_date(text, "", TODAY)
            results["read"].add(text)
        except DateToConfirm:
            results["likely"].add(text)
        except DateError:
            results["undated"].add(text)
    assert results["likely"] == likely
    assert results["undated"] == undated
    assert len(results["read"]) == len(texts) - len(likely) - len(undated) == 44
    assert {text for text in texts if states_no_date(text)} == {"unknown", "n/a", "-"}


def test_a_column_proves_its_order() -> None:
    assert find_order(["02/24/2022", "03/04/2022", "04/05/2022 10:00"]) == MONTH_FIRST
    assert find_order(["30.07.2025", "02.08.2025", ""]) == DAY_FIRST
    assert find_order(["02/24/2022", "24/02/2022", "03/04/2022"]) == ""
    assert find_order(["03/04/2022", "2025-07-30", "x"]) == ""
    assert find_order(["8/13/23", "7/8/23"]) == MONTH_FIRST
    assert find_order([]) == ""


def test_the_order_is_used_for_ambiguous_dates_only() -> None:
    assert read("03/04/2022", MONTH_FIRST) == ("2022-03-04", "2022-03-04")
    assert read("03/04/2022", DAY_FIRST) == ("2022-04-03", "2022-04-03")
    assert read("2022-03-04", DAY_FIRST) == ("2022-03-04", "2022-03-04")
    assert read("03/04/2022 - 05/04/2022", DAY_FIRST) == ("2022-04-03", "2022-04-05")
    assert suggested("07/08/25", MONTH_FIRST) == ("2025-07-08", "2025-07-08")


@pytest.mark.parametrize("text", ["", " ", "-", "–", "—", "?", "??", "unknown", "Unknown", "n/a", "N.A.", "#N/A",
                                  "none", "NULL", "nan", "NaT", "no date", "n.d.", "undated", "미상", "모름",
                                  "날짜 없음", "不明", "未知", "нет", "####", "0000-00-00", "0"])
def test_texts_that_state_no_date(text: str) -> None:
    assert states_no_date(text)


@pytest.mark.parametrize("text", ["TBD", "2025", "2025-07-30", "soon", "unknown 2025", "no", "1"])
def test_texts_that_do_not_state_it(text: str) -> None:
    assert not states_no_date(text)


_FORMS = ("{0:%Y-%m-%d}", "{0:%Y/%m/%d}", "{0:%Y.%m.%d}", "{0:%Y%m%d}", "{0.day} {0:%B} {0.year}",
          "{0:%B} {0.day}, {0.year}", "{0:%d-%b-%Y}", "{0.year}년 {0.month}월 {0.day}일",
          "{0.year}年{0.month}月{0.day}日", "{0:%A}, {0:%d %b %Y}", "{0:%Y-%m-%d}T12:30:00Z",
          "{0:%a %b %d} 02:10:00 +0000 {0.year}", "{0:%Y}-{0:%j}", "{0:%G}-W{0:%V}-{0:%u}")


@given(st.dates(dt.date(1971, 1, 1), TODAY), st.sampled_from(_FORMS))
def test_a_day_is_read_back(day: dt.date, form: str) -> None:
    assert read(form.format(day)) == (day.isoformat(), day.isoformat())


@given(st.dates(dt.date(1971, 1, 1), TODAY), st.dates(dt.date(1971, 1, 1), TODAY),
       st.sampled_from(_FORMS[:5] + _FORMS[7:9]), st.sampled_from([" - ", " to ", "~", " – ", "/", ".."]))
def test_a_span_is_read_back(one: dt.date, other: dt.date, form: str, sign: str) -> None:
    first, last = sorted((one, other))
    assert read(form.format(first) + sign + form.format(last)) == (first.isoformat(), last.isoformat())


@given(st.text(max_size=40) | st.text("0123456789-/.,~ ?()janulymrtoc'년월일년QqHwW:", max_size=30))
def test_any_text_is_an_interval_or_a_named_error(text: str) -> None:
    try:
        first, last = read_date(text, "", TODAY)
    except DateError as error:
        assert str(error)
    else:
        assert first or last
        assert not (first and last) or first <= last


@pytest.mark.parametrize("unit", ["~", "c. ", "(a) ", "2025-", "2025 - ", "1/", "before ", "'", "early ", "2025 to ",
                                  "년", "и"])
def test_a_very_long_text_is_no_date(unit: str) -> None:
    for text in (unit * 100_000, (unit * 100)[:96] + "2025"):
        with pytest.raises(DateError):
            read_date(text, "", TODAY)
