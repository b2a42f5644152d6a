"""The bulletin's charts as SVG: well formed, self-contained, the same bytes everywhere."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from builders import FROM_ZERO, HEADER, assessed, folder, goal, lines, state_goal, target
from fjdex.assess.assessment import Assessment, assess
from fjdex.assess.duepath import due_points
from fjdex.load import load
from fjdex.messages import Voice
from fjdex.plan.terms import ListName
from fjdex.render.chart_canvas import cut, folded, width_of
from fjdex.render.chart_labels import Area
from fjdex.render.chart_scale import days_of, scale_of
from fjdex.render.chart_style import DARK, FONTS, LIGHT
from fjdex.render.charts import (
    agencies_chart,
    alt_of_agencies,
    alt_of_progress,
    alt_of_target,
    progress_chart,
    target_chart,
)
from stage import PLANS, REPOSITORY

SVG = "{http://www.w3.org/2000/svg}"
GOLDEN = Path(__file__).parent / "charts"
EN, ZH = Voice("en"), Voice("zh")
CLASSES = """\
classes:
  - {id: good, name: {zh: 好, en: Good}, ratings: [met, met-late, met-undated, ahead, on-schedule]}
  - {id: bad, name: {zh: 差, en: Bad}, ratings: [behind, far-behind, reversing, missed]}
  - {id: other, name: {zh: 其它, en: Other}, ratings: [ongoing, undecided, unconfirmed, not-due, \
no-reading, no-baseline, cancelled]}
"""


def on_disk(name: str, day: str) -> Assessment:
    """Assess one of the plans that are shipped."""
    texts = {
        path.relative_to(PLANS[name]).as_posix(): path.read_bytes().decode()
        for path in PLANS[name].rglob("*.yaml")
    }
    plan = load(texts).plan
    assert plan is not None
    return assess(plan, date.fromisoformat(day))


FUJIAN = on_disk("fujian", "2022-09-30")
INVENTED = on_disk("invented", "2024-09-30")


def drawn(of: Assessment, key: str, voice: Voice = EN) -> str:
    """Draw a target that has something to draw."""
    text = target_chart(of, of.items[key], voice)
    assert text is not None
    return text


def one_target(goals: str, readings: str, day: str = "2022-06-30", **keys: str) -> Assessment:
    """Assess an invented plan of one target."""
    header = HEADER.replace("classes: []\n", CLASSES)
    written = target(goals, **keys)
    return assessed(folder(targets=written, readings={"t": readings}, header=header), day)


def found(text: str, tag: str, style: str) -> list[ET.Element]:
    """Answer the shapes of a picture that have a style, among others or alone."""
    shapes = ET.fromstring(text).iter(f"{SVG}{tag}")  # noqa: S314 (our own)
    return [one for one in shapes if style in (one.get("class") or "").split()]


def dots(text: str) -> list[ET.Element]:
    """Answer the readings of a picture, without the samples in its legend."""
    return [one for one in found(text, "circle", "reading") if one.get("r") == "4"][legend(text) :]


def legend(text: str) -> int:
    """Count the dots that stand in the legend."""
    words = {one.text for one in found(text, "text", "muted")}
    return len(words & {"Reading", "Year so far", "填报值", "当年累计数"})


def bounds(text: str) -> int:
    """Count the arrows of bounded figures, without the sample in the legend."""
    return max(0, len(found(text, "path", "bound")) - 1)


def corners(text: str, style: str) -> list[int]:
    """Count the corners of the lines of a style, without the sample in the legend."""
    return [len((one.get("d") or "").split("L")) for one in found(text, "path", style)][1:]


def words_of(text: str) -> list[str]:
    """Answer the words that stand in a picture."""
    return [one.text or "" for one in ET.fromstring(text).iter(f"{SVG}text")]  # noqa: S314


def test_the_5g_chart_draws_what_counts() -> None:
    """Three readings, a due path of baseline, two planned values and goal, level goal, trend."""
    text = drawn(FUJIAN, "5g-base-stations")
    item = FUJIAN.items["5g-base-stations"]
    assert item.goal is not None
    points = [one.value for one in due_points(item.start, item.goal)]

    assert points == [20000, 20000, 40000, 80000]
    assert len(dots(text)) == 3
    assert corners(text, "due") == [4]
    assert corners(text, "goal") == [2, 2]
    assert corners(text, "trend") == [2]
    assert words_of(text) == [
        "5G base stations",
        "As of 2022-09-30",
        *("Reading", "True value that way", "Due", "Goal", "Projection"),
        *("0", "20,000", "40,000", "60,000", "80,000"),
        *("2020-07", "2021-01", "2021-07", "2022-01", "2022-07"),
        "goal at least 80,000 (2022-12-31)",
        "71,000",
        "projected 77,000",
        "over 4,000",
        "20,000",
    ]
    assert bounds(text) == 1


def test_places_are_in_proportion() -> None:
    """Readings of a quarter and a half of the axis lie a quarter and a half of the way up."""
    readings = lines("date: 2021-06-30, value: 200", "date: 2021-12-31, value: 400")
    text = drawn(one_target(goal("800"), readings, baseline=FROM_ZERO), "t")
    level = [
        float((one.get("d") or "").split()[1].split("L")[0]) for one in found(text, "path", "grid")
    ]
    heights = [float(one.get("cy") or 0) for one in dots(text)]
    bottom, top = level[0], level[4]

    shares = [round((bottom - one) / (bottom - top), 2) for one in heights]
    assert shares == [0.25, 0.5]


def test_other_quantities_are_not_drawn() -> None:
    """A reading of another area, measure or comparability is no point of the series."""
    readings = lines(
        "date: 2021-06-30, value: 100",
        "date: 2021-07-30, area: 东市, value: 90",
        "date: 2021-08-30, value: 80, comparability: near",
    )
    assert len(dots(drawn(one_target(goal(), readings), "t"))) == 1


@pytest.mark.parametrize(
    ("goals", "kind", "readings"),
    [
        (goal(), "stock", "[]\n"),
        (goal(), "stock", lines("date: 2021-06-30, area: 东市, value: 1")),
        (state_goal(), "deliverable", lines("date: 2021-06-30, state: started")),
    ],
    ids=["nothing", "nothing that counts", "states"],
)
def test_nothing_to_draw_is_no_picture(goals: str, kind: str, readings: str) -> None:
    """Where no value counts there is no chart rather than an empty one."""
    of = one_target(goals, readings, kind=kind)
    assert target_chart(of, of.items["t"], EN) is None


def test_only_targets_have_a_series() -> None:
    """Outcomes and tasks, which have no values, have no chart."""
    others = [item for item in INVENTED.items.values() if item.list is not ListName.TARGETS]
    assert {target_chart(INVENTED, item, EN) for item in others} == {None}


FORTY = [f"date: {date(2021, 1, 10) + timedelta(days=12 * n)}, value: {15 * n}" for n in range(40)]
AWKWARD = {
    "one": (goal(), ["date: 2021-06-30, value: 100"], {"baseline": FROM_ZERO}, 1),
    "forty": (goal(), FORTY, {"baseline": FROM_ZERO}, 40),
    "negative": (goal("-50", "<="), ["date: 2021-06-30, value: -10"], {"baseline": FROM_ZERO}, 1),
    "falling": (
        goal("40", "<="),
        ["date: 2021-06-30, value: 90", "date: 2021-12-31, value: 95"],
        {"baseline": "{value: 120, date: 2020-12-31}"},
        2,
    ),
    "large": (goal("120000000"), ["date: 2021-06-30, value: 31234567"], {}, 1),
    "small": (goal("0.001"), ["date: 2021-06-30, value: 0.0002"], {}, 1),
    "zero": (goal("0", "<="), ["date: 2021-06-30, value: 0"], {}, 1),
    "lone day": (goal(due="2021-06-30"), ["date: 2021-06-30, value: 730"], {}, 1),
}


@pytest.mark.parametrize("name", AWKWARD)
def test_awkward_series_stay_on_the_page(name: str) -> None:
    """Every reading is drawn within the page, whatever its size, sign or company."""
    goals, readings, keys, count = AWKWARD[name]
    text = drawn(one_target(goals, lines(*readings), **keys), "t")
    root = ET.fromstring(text)  # noqa: S314
    height = float(root.get("height") or 0)
    places = [(float(one.get("cx") or 0), float(one.get("cy") or 0)) for one in dots(text)]

    assert len(places) == count
    assert root.get("viewBox") == f"0 0 720 {root.get('height')}"
    assert all(16 <= x <= 704 and 70 <= y <= height for x, y in places)
    assert len(found(text, "text", "muted")) <= 24


def test_running_totals_are_told_apart() -> None:
    """A flow's total of a year that is not over is an open dot, with what was due of the year."""
    text = drawn(INVENTED, "value-added")
    marks = dots(text)
    opened = [one for one in marks if "open" in (one.get("class") or "").split()]

    assert (len(marks), len(opened)) == (5, 3)
    assert corners(text, "due") == [2, 2, 2, 2]


def test_agencies_are_counted_by_list() -> None:
    """Each agency that leads has a row, and the numbers of a class in each list are written."""
    text = agencies_chart(INVENTED, EN)
    numbers = [
        int(one.text or 0) for one in found(text, "text", "strong") if (one.text or "").isdigit()
    ]
    names = [
        one.text or "" for one in found(text, "text", "halo") if not (one.text or "").isdigit()
    ]

    assert sum(numbers) == len(INVENTED.items)
    assert names[1:4] == [
        "Wuyou Bureau of the Sea and its Fairways",
        "Zixu People's Government",
        "Wangshi People's Government",
    ]
    assert len(names) == 5


def test_what_is_cancelled_is_in_no_class() -> None:
    """It has a filling of its own, which is named, and the words for the picture count it apart."""
    text = agencies_chart(INVENTED, EN)
    fills = [one.get("fill") for one in found(text, "rect", "bar")]

    assert words_of(text).count("cancelled") == 1
    assert fills.count("url(#fjdex-fill-5)") == 2
    assert "Outcomes 12: Completed 5, Behind schedule 2, Other 4, cancelled 1" in (
        alt_of_agencies(INVENTED, EN)
    )
    assert "cancelled" not in words_of(agencies_chart(FUJIAN, EN))


def test_a_target_is_told_in_one_scale() -> None:
    """In the picture and in its words, the scale of its row; what is not short in it, by itself."""
    text, words = drawn(INVENTED, "base-stations", ZH), told("base-stations")

    assert "目标20,000个以上（2025-12-31）" in words
    assert {"目标20,000个以上（2025-12-31）", "10,000"} <= set(words_of(text))
    assert not [one for one in (*words_of(text), words) if "万" in one]


def told(id_: str) -> str:
    """Answer the words in Chinese for a picture of the invented plan."""
    return alt_of_target(INVENTED, INVENTED.items[id_], ZH)


def test_pictures_of_bars_say_where_a_page_may_end() -> None:
    """Before every row but the first under a heading, before every heading, inside the picture."""
    for text, most in ((agencies_chart(INVENTED, EN), 4), (progress_chart(INVENTED, EN), 17)):
        root = ET.fromstring(text)  # noqa: S314
        breaks = [float(one) for one in (root.get("data-breaks") or "").split()]
        assert breaks == sorted(set(breaks))
        assert len(breaks) == most
        assert breaks[0] > 0
        assert breaks[-1] < float(root.get("height") or 0)


def test_progress_never_draws_what_is_not_known() -> None:
    """A bar for each target with a share of its way; the others are named with their rating."""
    text = progress_chart(FUJIAN, EN)
    shares = [item for item in FUJIAN.of(ListName.TARGETS) if item.share is not None]
    bars = [one for one in found(text, "rect", "bar") if one.get("width") != "22"]
    words = words_of(text)

    assert len(bars) == len(shares) == 3
    assert "No comparable reading (20)" in words
    assert "AI computing power: nothing comparable" in words
    assert len([one for one in words if one.endswith(": nothing comparable")]) == 19
    assert "0%, nothing comparable" not in words


def test_a_bar_is_as_long_as_its_share_and_marked_where_it_was_due() -> None:
    """Half of the goal is half of the way to 100%, and the mark stands at what was due."""
    of = one_target(goal("730"), lines("date: 2021-12-31, value: 292"), baseline=FROM_ZERO)
    text = progress_chart(of, EN)
    bar = next(one for one in found(text, "rect", "bar") if one.get("width") != "22")
    start, half, whole = (
        float((one.get("d") or "")[1:].split()[0]) for one in found(text, "path", "grid")
    )
    mark = float((found(text, "path", "mark")[1].get("d") or "")[1:].split()[0])

    assert of.items["t"].share == Fraction(2, 5)
    assert round(float(bar.get("width") or 0) / (whole - start), 2) == 0.4
    assert (abs(mark - half) < 0.3, bar.get("fill")) == (True, "url(#fjdex-fill-1)")


def test_bars_beyond_the_page_are_cut_with_a_tip() -> None:
    """Three times the goal is drawn up to 150%, with an arrow and the true share in words."""
    of = one_target(goal("100"), lines("date: 2021-12-31, value: 300"), baseline=FROM_ZERO)
    text = progress_chart(of, EN)

    assert len(found(text, "path", "fill-0")) == 1
    assert "300% (50% due), met" in words_of(text)


@pytest.mark.parametrize(
    ("qualifier", "arrows"), [("exact", 0), ("at-least", 1), ("from", 1), ("just-under", 1), ("about", 2)]  # noqa: E501
)  # fmt: skip
def test_bounded_readings_are_drawn_as_such(qualifier: str, arrows: int) -> None:
    """An arrow over or under a dot says where the true value lies, beside its sample's."""
    reading = f"date: 2021-12-31, value: 292, qualifier: {qualifier}"
    of = one_target(goal("730"), lines(reading), baseline=FROM_ZERO)
    text = drawn(of, "t")

    assert bounds(text) == arrows
    assert ("True value that way" in words_of(text)) == bool(arrows)
    progress = progress_chart(of, EN)
    assert max(0, len(found(progress, "path", "bound")) - 1) == arrows


def test_less_is_better_goes_its_own_way() -> None:
    """From 120 to at most 40, 100 is a quarter of the way and 130 is backwards, never over 100%."""
    goals, base = goal("40", "<="), "{value: 120, date: 2020-12-31}"
    told = {
        value: progress_chart(
            one_target(goals, lines(f"date: 2021-12-31, value: {value}"), baseline=base), EN
        )
        for value in (100, 130, 30)
    }

    assert "25% (50% due), far behind" in words_of(told[100])
    assert "-13% (50% due), reversing" in words_of(told[130])
    assert "113% (50% due), met" in words_of(told[30])
    assert "from 120 to 100; goal at most 40" in words_of(told[100])


def test_a_cap_without_a_baseline_has_no_bar() -> None:
    """Nothing says how far 5 of at most 3 has come, so both are only told."""
    of = one_target(goal("3", "<="), lines("date: 2021-12-31, value: 5"))
    text = progress_chart(of, EN)

    assert [one for one in found(text, "rect", "bar") if one.get("width") != "22"] == []
    assert "Invented: no baseline, 5, goal at most 3" in words_of(text)


def test_labels_of_a_series_stand_apart() -> None:
    """No two labels of the invented plan's charts share a place, in either language."""
    for item in INVENTED.of(ListName.TARGETS):
        for voice in (EN, ZH):
            text = target_chart(INVENTED, item, voice)
            labels = found(text, "text", "halo") if text else []
            areas = [_area(one) for one in labels]
            clashes = [(a, b) for a, b in combinations(areas, 2) if a.meets(b)]
            assert clashes == []


def _area(label: ET.Element) -> Area:
    x, y, width = float(label.get("x") or 0), float(label.get("y") or 0), width_of(label.text or "")
    begin = x - width * {"middle": 0.5, "end": 1}.get(label.get("text-anchor") or "", 0)
    return Area(begin, y - 11, begin + width, y)


PICTURES: dict[str, Callable[[], str]] = {
    "fujian-5g-base-stations.zh": lambda: drawn(FUJIAN, "5g-base-stations", ZH),
    "invented-base-stations.en": lambda: drawn(INVENTED, "base-stations"),
    "invented-value-added.zh": lambda: drawn(INVENTED, "value-added", ZH),
}
ALL: dict[str, Callable[[], str]] = {
    **PICTURES,
    "agencies": lambda: agencies_chart(FUJIAN, ZH),
    "progress": lambda: progress_chart(INVENTED, ZH),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_as_they_were(name: str) -> None:
    """The same bytes as the picture on file, which somebody has looked at."""
    path = GOLDEN / f"{name}.svg"
    if os.environ.get("FJDEX_REWRITE"):
        path.write_text(PICTURES[name](), "utf-8")
    assert PICTURES[name]().encode() == path.read_bytes()


@pytest.mark.parametrize("name", ALL)
def test_pictures_stand_alone(name: str) -> None:
    """No script, no address but the name space, no import, no id by chance, nothing of the tool."""
    text = ALL[name]()

    assert re.findall(r"[a-z]+://[^\"]*", text) == ["http://www.w3.org/2000/svg"]
    assert re.findall(r"<script|@import|href|<!--|<\?|(?i:pygal|kozea|lxml)", text) == []
    assert set(re.findall(r"url\(([^)]*)\)", text)) <= {f"#fjdex-fill-{n}" for n in range(6)}
    assert ALL[name]() == text
    assert len(text.encode()) < 30_000


@pytest.mark.parametrize("name", ALL)
def test_pictures_are_said_in_words(name: str) -> None:
    """A role, a name and a description come first; text is text in fonts that hold Chinese."""
    root = ET.fromstring(ALL[name]())  # noqa: S314
    first, second, third = list(root)[:3]

    assert (root.tag, root.get("role"), root.get("width")) == (f"{SVG}svg", "img", "720")
    assert [first.tag, second.tag, third.tag] == [
        f"{SVG}{one}" for one in ("title", "desc", "style")
    ]
    assert first.text
    assert second.text
    assert f"font-family:{FONTS}" in (third.text or "")
    assert "@media (prefers-color-scheme:dark)" in (third.text or "")


DRAW = """
import sys
sys.path[:0] = ["tests", "tests/unit/render"]
from test_charts import ALL
sys.stdout.buffer.write("".join(one() for one in ALL.values()).encode())
"""


@pytest.mark.parametrize(
    "variables",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "NO_LXML": "1"},
    ],
    ids=["east", "west"],
)
def test_pictures_do_not_depend_on_the_machine(variables: dict[str, str]) -> None:
    """Another time zone, locale, hash seed and XML library give the same bytes."""
    done = subprocess.run(  # noqa: S603 (ourselves)
        [sys.executable, "-c", DRAW],
        cwd=REPOSITORY,
        env=dict(os.environ) | variables,
        capture_output=True,
        check=True,
    )
    assert done.stdout == "".join(one() for one in ALL.values()).encode()


HOSTILE = """a]]></title><script>x()</script> & "b" 'c' {{ d }} {e} %s &lt;"""


def test_names_are_shown_as_they_are() -> None:
    """Whatever a name holds is text of the picture and no part of its making."""
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    written = target(goal()).replace("en: Invented", f"en: {quoted}", 1)
    of = assessed(
        folder(targets=written, readings={"t": lines("date: 2021-06-30, value: 1")}), "2021-06-30"
    )
    text = drawn(of, "t")
    root = ET.fromstring(text)  # noqa: S314
    head = " ".join(one.text or "" for one in found(text, "text", "head"))

    assert (root.findtext(f"{SVG}title"), head) == (HOSTILE, HOSTILE)
    assert (root.findtext(f"{SVG}desc") or "").startswith(HOSTILE)
    assert "<script" not in text + progress_chart(of, EN) + agencies_chart(of, EN)


def test_the_alternative_of_a_target_tells_its_series() -> None:
    """Every reading with its day, what was due, the goal and the trend, in either language."""
    item = FUJIAN.items["5g-base-stations"]

    assert alt_of_target(FUJIAN, item, EN) == (
        "5G base stations: over 4,000 (2020-05-19), 20,000 (2020-09-25), 71,000 (2022-09-30), "
        "70,000 due on the day of the latest, goal at least 80,000 (2022-12-31), "
        "77,000 projected for then."
    )
    assert alt_of_target(FUJIAN, item, ZH) == (
        "5G基站数：2020-05-19超4000个，2020-09-25为2万个，2022-09-30为7.1万个，"
        "最新填报值当日应达7万个，目标8万个以上（2022-12-31），按趋势推算届时为7.7万个。"
    )


def test_the_alternative_of_a_running_total_says_what_it_covers() -> None:
    """Half a year's value beside a whole year's would else read as a fall."""
    text = alt_of_target(INVENTED, INVENTED.items["value-added"], EN)
    assert (
        "9 billion yuan (2022), 2 more between, 6.6 billion yuan (the first half of 2024), " in text
    )
    assert "2024年上半年为66亿元" in told("value-added")


def test_the_alternative_of_a_long_series_is_short() -> None:
    """Of forty readings the first and the last two are told, and how many are between."""
    of = one_target(goal(), lines(*FORTY))
    assert alt_of_target(of, of.items["t"], EN) == (
        "Invented: 0 (2021-01-10), 37 more between, 570 (2022-04-11), 585 (2022-04-23), "
        "goal at least 730 (2022-12-31), 900 projected for then."
    )


def test_the_alternative_of_nothing_says_so() -> None:
    """A target without a counting reading is not passed over in silence."""
    of = one_target(goal(), "[]\n")
    assert alt_of_target(of, of.items["t"], EN) == (
        "Invented: no reading that counts, goal at least 730 (2022-12-31)."
    )
    assert alt_of_progress(of, EN) == "Targets drawn: 0 of 1."


def test_the_alternatives_of_the_bars_count() -> None:
    """Agencies, lists and classes; targets with a comparable reading and those without."""
    assert alt_of_agencies(FUJIAN, ZH) == (
        "13个牵头单位的进度评价。指标23项：达进度3项，其它20项；成果32项：已完成4项，达进度1项，"
        "其它27项；任务22项：已完成1项，其它21项。"
    )
    assert alt_of_progress(FUJIAN, EN) == (
        "Targets drawn: 3 of 23. Progress from the baseline (0%) to the goal (100%): "
        "Value added of the digital economy about 50% (50% due), "
        "Share of the digital economy in GDP at most 52% (50% due), "
        "5G base stations 85% (83% due). Only named: 20."
    )
    assert alt_of_agencies(INVENTED, ZH).endswith(
        "。欠进度的有：群岛数字局：指标4项，成果1项，任务1项；群岛海洋局：指标1项，任务1项；"
        "无何岛管委会：成果1项。"
    )


def test_colours_are_told_apart_from_their_ground() -> None:
    """Words and lines have a contrast of 4.5 to 1 and fillings of 3 to 1, in light and in dark."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        bare = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
        return 0.2126 * bare[0] + 0.7152 * bare[1] + 0.0722 * bare[2]

    def contrast(one: str, other: str) -> float:
        low, high = sorted((luminance(one), luminance(other)))
        return (high + 0.05) / (low + 0.05)

    weak = [
        (name, round(contrast(colour, of["ground"]), 1))
        for of in (LIGHT, DARK)
        for name, colour in of.items()
        if name not in {"ground", "grid"}
        if contrast(colour, of["ground"]) < (3 if name.startswith("fill") else 4.5)
    ]
    assert weak == []
    assert LIGHT.keys() == DARK.keys()


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (["0"], ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        (["730"], ["0", "200", "400", "600", "800"]),
        (["-10", "-30"], ["-30", "-20", "-10", "0"]),
        (["97.6", "98"], ["97.6", "97.7", "97.8", "97.9", "98"]),
        (["-2", "8"], ["-2", "0", "2", "4", "6", "8"]),
        (["31234567", "120000000"], ["0", "50000000", "100000000", "150000000"]),
        (["0.0002", "0.001"], ["0", "0.0002", "0.0004", "0.0006", "0.0008", "0.001"]),
    ],
    ids=" ".join,
)
def test_ticks_are_round_numbers(values: list[str], ticks: list[str]) -> None:
    """At most a handful of them, from zero unless zero is far off, around all values."""
    assert list(scale_of([Fraction(one) for one in values]).ticks) == [
        Fraction(one) for one in ticks
    ]


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [
        ("2021-03-03", "2021-06-01", ["2021-04", "2021-05", "2021-06"]),
        (
            "2020-12-31",
            "2022-12-31",
            [f"{y}-{m}" for y in (2021, 2022) for m in ("01", "04", "07", "10")],
        ),
        ("2015-06-01", "2022-12-31", [str(year) for year in range(2016, 2023)]),
        ("1990-01-01", "2022-12-31", [str(year) for year in range(1990, 2023, 5)]),
        ("2021-02-02", "2021-02-20", []),
    ],
)
def test_days_are_ticked_by_months_or_years(first: str, last: str, ticks: list[str]) -> None:
    """At most eight first days of months, quarters, half-years or years."""
    days = days_of([date.fromisoformat(first), date.fromisoformat(last)])
    assert [words for _, words in days.ticks()] == ticks


def test_words_are_cut_and_folded_by_counting() -> None:
    """A Chinese character counts twice; lines break between words where there are any."""
    assert (cut("短", 100), cut("很长的一个名称", 60)) == ("短", "很长的…")
    assert folded("one two three", 80) == ["one two", "three"]
    assert folded("很长的一个名称", 50) == ["很长的", "一个名", "称"]


def test_the_library_leaves_nothing_behind() -> None:
    """Its import hook, of which Python 3.11 warns at every later import, is gone again."""
    drawn(FUJIAN, "5g-base-stations")
    assert [one for one in sys.meta_path if type(one).__module__.startswith("pygal")] == []
