"""Each change in one sentence, in either language, with nothing of the program's own in it."""

import re
from datetime import date

import pytest

from edits import CASES
from fjdex.messages import Voice
from fjdex.plan.words import LANGUAGES, Language
from fjdex.render.diff_lines import Sides
from fjdex.render.diff_page import Page, page_of
from fjdex.review.review import review
from pairs import TEXTS, Edit, loaded

_ALIEN = re.compile(r"None|Decimal|datetime|Words\(|[a-z]\.[a-z]|\{|\}")
_CORRECTED = (
    "1 reading corrected; 1 target, 1 outcome, 1 task go from behind schedule to on schedule."
)
_TARGETS, _STATIONS = "targets.yaml", "readings/stations.yaml"
_PARTS = "readings/outcome-2.yaml"


def page(edit: Edit, language: Language, day: str = "2022-06-01") -> Page:
    """Answer what is said of an edit."""
    was, now = loaded(), loaded(edit)
    sides = Sides((was.draft, now.draft), ("a", "b"), ("then:", ""))
    return page_of(review(was, now, date.fromisoformat(day)), sides, Voice(language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("edit", [edit for edit, _ in CASES], ids=lambda one: str(one)[:60])
def test_every_change_is_said_in_words(edit: Edit, language: Language) -> None:
    """The two sides of it differ in what is said, and it has its place."""
    told = [one for group in page(edit, language).groups for one in group.told]

    assert told
    for one in told:
        assert not _ALIEN.search(one.text.replace("https://invented.example/1", "")), one.text
        assert re.fullmatch(r"(?:then:)?[a-z/0-9-]+\.yaml:[0-9]+", one.place), one.place
        halves = re.fullmatch(r"[^:：]+(?:: |由“)(.+)(?: → |”改为“)(.+?)”?", one.text)
        assert halves is None or halves[1] != halves[2]


@pytest.mark.parametrize(
    ("edit", "zh", "en"),
    [
        (
            (_STATIONS, "value: 400", "value: 410"),
            "更正填报值（2022-03-31、news-2）：数值由“400个”改为“410个”",
            "reading corrected (2022-03-31, news-2): value 400 → 410",
        ),
        (
            (_STATIONS, "", "- {date: 2022-06-30, area: 西市, value: 9, status: provisional}\n"),
            "新增填报值：2022-06-30，9个（西市、初步数）",
            "reading added: 2022-06-30, 9 (West, provisional)",
        ),
        (
            (_TARGETS, "value: 365}", "value: 400}"),
            "修改计划值（2021-12-31）：数值由“365个”改为“400个”（2021-01-01所定目标）",
            "planned value revised (2021-12-31): value 365 → 400 (goal decided 2021-01-01)",
        ),
        (
            ("outcomes.yaml", ", note: 按月末计", ""),
            "修改期限：删去备注“按月末计”",
            "due date revised: note 按月末计 left out",
        ),
        (
            ("tasks.yaml", "en: Task one", "en: Task 1"),
            "标题由“Task one”改为“Task 1”",
            "title: Task one → Task 1",
        ),
        (
            ("tasks.yaml", "leads: [甲局, 乙局]", "leads: [甲局]"),
            "牵头（责任）单位由“甲局、乙局”改为“甲局”",
            "leads: Bureau A, Bureau B → Bureau A",
        ),
        (
            ("plan.yaml", "ahead: 1.05", "ahead: 1.10"),
            "“超序时进度”的评价界限由“1.05”改为“1.10”",
            "band “ahead of schedule”: 1.05 → 1.10",
        ),
        (
            ("sources.yaml", "kind: return", "kind: publication"),
            "news-2：类型由“填报”改为“原发”",
            "news-2: kind: return → publication",
        ),
        (
            ("targets.yaml", "id: users", "id: accounts"),
            "id由users改为accounts",
            "id: users → accounts",
        ),
    ],
)
def test_a_change_reads_as_people_say_it(edit: Edit, zh: str, en: str) -> None:
    """In Chinese and in English."""
    said = [
        [one.text for group in page(edit, language).groups for one in group.told]
        for language in LANGUAGES
    ]

    assert said == [[zh], [en]]


@pytest.mark.parametrize(
    ("edit", "zh", "en"),
    [
        (
            (_STATIONS, "value: 400", "value: 460"),
            "更正1条填报值，1项指标、1项成果、1项任务由慢于序时进度变为达到序时进度。",
            _CORRECTED,
        ),
        (
            (_TARGETS, "value: 700", "value: 710"),
            "调整1个目标值，评价不变。",
            "1 goal revised; no rating moves.",
        ),
        (
            (
                _TARGETS,
                (
                    '    - {value: 700, operator: ">=", due: 2022-12-31, decided: 2020-06-01, '
                    "source: plan-a}\n"
                ),
                "",
            ),
            "删去1个目标值，评价不变。",
            "1 goal removed; no rating moves.",
        ),
        (
            (
                _TARGETS,
                "    - value: 730\n",
                (
                    '    - {value: 720, operator: ">=", due: 2022-12-31, decided: 2020-09-01}\n'
                    "    - value: 730\n"
                ),
            ),
            "新增1个目标值，评价不变。",
            "1 goal added; no rating moves.",
        ),
        (
            (_TARGETS, "value: 900", "value: 950"),
            "修改后续方案目标，评价不变。",
            "Changed: next plan's goal; no rating moves.",
        ),
        (
            ("tasks.yaml", "持续推进", "2022年, date: 2022-12-31"),
            "修改期限，1项任务由持续推进变为未到期。",
            "Changed: due date; 1 task goes from ongoing to not due.",
        ),
    ],
)
def test_the_first_sentence_says_what_the_change_does(edit: Edit, zh: str, en: str) -> None:
    """To the data, and to the ratings."""
    assert [page(edit, language).headline for language in LANGUAGES] == [zh, en]


def test_a_move_is_told_with_its_cause_and_its_lead() -> None:
    """A roll-up names the record that it moved with."""
    found = page((_STATIONS, "value: 400", "value: 460"), "en")

    assert [(row.id, row.because, row.lead) for row in found.rows] == [
        ("stations", "reading 2022-03-31, 460 (source news-2)", "Bureau A"),
        ("outcome-1", "Stations", "Bureau A"),
        ("task-1", "Stations", "Bureau A"),
    ]


_BUREAUS = (
    ("agencies.yaml", "en: Bureau B", "en: Bureau"),
    ("agencies.yaml", "en: Bureau A", "en: Bureau"),
)


@pytest.mark.parametrize(
    ("both", "edit", "expected"),
    [
        (
            _BUREAUS,
            ("tasks.yaml", "leads: [乙局]", "leads: [甲局]"),
            "leads: Bureau (乙局) → Bureau (甲局)",
        ),
        (
            _BUREAUS,
            ("tasks.yaml", "leads: [甲局, 乙局]", "leads: [乙局, 各市]"),
            "leads: Bureau (甲局), Bureau (乙局) → Bureau (乙局), All cities",
        ),
        (
            (("areas.yaml", "en: East", "en: West"),),
            ("outcomes.yaml", "area: 东市", "area: 西市"),
            "area: West (东市) → West (西市)",
        ),
        (
            (("areas.yaml", "en: East", "en: West"),),
            (_STATIONS, "area: 东市, value: 200", "area: 西市, value: 200"),
            "reading corrected (2021-12-31, West, news-1): area West (东市) → West (西市)",
        ),
    ],
)
def test_what_is_called_alike_is_told_apart_by_its_id(
    both: tuple[Edit, ...], edit: Edit, expected: str
) -> None:
    """Two bureaus may have one English name."""
    was, now = loaded(*both), loaded(*both, edit)
    sides = Sides((was.draft, now.draft), ("a", "b"), ("", ""))

    found = page_of(review(was, now, date(2022, 6, 1)), sides, Voice("en"))

    assert next(one.text for group in found.groups for one in group.told) == expected


def test_of_many_causes_the_first_are_named() -> None:
    """And how many there are besides: a cell of a table is no list."""
    months = ("2022-01-31", "2022-02-28", "2022-04-30")
    more = "".join(f"- {{date: {day}, value: 380, source: news-2}}\n" for day in months)
    was, now = loaded((_STATIONS, "", more)), loaded((_STATIONS, TEXTS[_STATIONS], ""))
    sides = Sides((was.draft, now.draft), ("a", "b"), ("", ""))

    rows = page_of(review(was, now, date(2022, 6, 1)), sides, Voice("en")).rows

    assert rows[0].because == (
        "reading 2022-04-30, 380 (source news-2) and reading 2022-03-31, 400 (source news-2) "
        "and reading 2022-02-28, 380 (source news-2) and 2 more together"
    )


_DENSITY = (
    "- {date: 2022-03-31, value: 4, measure: {zh: 每万人基站数, en: stations per 10 000}, "
    "unit: 个/万人, comparability: near, source: news-2}\n"
)


@pytest.mark.parametrize(
    ("before", "after", "zh", "en"),
    [
        (
            [(_STATIONS, "", _DENSITY)],
            [(_STATIONS, "", _DENSITY.replace("value: 4", "value: 5"))],
            ("更正填报值（2022-03-31、每万人基站数、news-2）：数值由“4个/万人”改为“5个/万人”"),
            (
                "reading corrected (2022-03-31, stations per 10 000, news-2): "
                "value 4 per 10,000 people → 5 per 10,000 people"
            ),
        ),
        (
            [(_PARTS, "", "")],
            [(_PARTS, "state: started", "state: delivered")],
            "更正填报值（2021-11-30、分项north、news-1）：状态由“已启动”改为“已完成”",
            "reading corrected (2021-11-30, part north, news-1): state started → delivered",
        ),
        (
            [(_TARGETS, "value: 73,", "value: 80,")],
            [(_TARGETS, "unit: 户", "unit: 家")],
            "修改目标值（2021-01-01决定）：数值由“80户”改为“73家”",
            "goal revised (decided 2021-01-01): value 80 → 73",
        ),
    ],
    ids=["another measure", "a part", "another unit"],
)
def test_a_correction_says_which_reading_in_which_unit(
    before: list[Edit], after: list[Edit], zh: str, en: str
) -> None:
    """A record may have several of one day and source, each in a unit of its own."""
    was, now = loaded(*before), loaded(*after)
    found = review(was, now, date(2022, 6, 1))
    sides = Sides((was.draft, now.draft), ("a", "b"), ("then:", ""))
    pages = [page_of(found, sides, Voice(language)) for language in LANGUAGES]

    said = [[told.text for group in one.groups for told in group.told][-1] for one in pages]

    assert said == [zh, en]
