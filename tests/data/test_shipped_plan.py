"""The shipped data is the plan, letter for letter, with every published figure in its place."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

DATA = Path(__file__).parents[2] / "data"

Record = dict[str, Any]


def read(path: Path) -> Any:
    """Read a file with every scalar as the text that stands there."""
    return YAML(typ="base").load(path.read_text(encoding="utf-8"))


PLAN: Record = read(DATA / "plan.yaml")
TASKS: list[Record] = read(DATA / "tasks.yaml")
OUTCOMES: list[Record] = read(DATA / "outcomes.yaml")
TARGETS: list[Record] = read(DATA / "targets.yaml")
AGENCIES: list[Record] = read(DATA / "agencies.yaml")
AREAS: list[Record] = read(DATA / "areas.yaml")
SOURCES: list[Record] = read(DATA / "sources.yaml")
REMARKS: list[Record] = read(DATA / "remarks.yaml")
READINGS: dict[str, list[Record]] = {
    path.stem: read(path) for path in sorted((DATA / "readings").glob("*.yaml"))
}
RECORDS = {one["id"]: one for one in TASKS + OUTCOMES + TARGETS}

# id, kind, unit, operator, value or state, clause, numbers of its tasks and of its outcomes
EXPECTED_TARGETS = """
digital-economy-value-added         flow        万亿元 >= 2.6       一（二）    -  -
digital-economy-growth              growth      %      >= 15        一（二）    -  -
digital-economy-gdp-share           ratio       %      >= 50        一（二）    -  -
innovation-platforms                stock       个     >= 100       一（二）    01 20
digital-innovative-firms            stock       家     >= 3000      一（二）    02 21
digital-parks                       stock       个     >= 20        一（二）    03 22
digital-invention-patents           stock       件     >  50000     二（一）1   01 -
digital-firms-over-10bn             stock       家     >= 20        二（一）2   02 21
digital-clusters-over-100bn         stock       个     >= 5         二（一）3   03 23
ai-application-projects             stock       个     >= 100       二（一）4   04 -
blockchain-application-projects     stock       个     >= 100       二（一）4   04 -
agri-online-sales                   flow        亿元   >  1000      二（二）1   06 -
industrial-internet-platforms       stock       个     >= 10        二（二）2   07 -
industrial-internet-benchmark-firms stock       家     >= 100       二（二）2   07 -
interprovincial-bandwidth           stock       Tbps   >= 40        二（五）1   19 -
gigabit-broadband                   deliverable -      -  delivered 二（五）1   19 -
5g-base-stations                    stock       个     >= 80000     二（五）1   19 28
identifier-registrations            stock       个     >= 100000000 二（五）1   19 -
ipv6-user-share                     ratio       %      >  60        二（五）1   19 -
iot-users                           stock       户     >  50000000  二（五）1   19 -
datacenter-racks                    stock       架     >= 100000    二（五）2   20 -
ai-compute                          stock       P      >= 1         二（五）2   20 -
smart-agri-parks                    stock       个     >= 10        附件2成果16 06 16
"""

EXPECTED_LEADS = {
    "task-01": ["省科技厅", "省发改委", "省数字办", "省工信厅"],
    "task-02": ["省发改委", "省数字办", "省工信厅", "省科技厅"],
    "task-03": ["省发改委", "省数字办", "省工信厅"],
    "task-04": [
        "省发改委", "省数字办", "省工信厅", "省科技厅", "省交通运输厅", "省广电局", "省通信管理局",
    ],
    "task-05": ["省发改委", "省数字办", "省住建厅", "省农业农村厅", "福州市人民政府"],
    "task-06": ["省农业农村厅"],
    "task-07": ["省工信厅", "省通信管理局", "福州市人民政府"],
    "task-08": [
        "省发改委", "省数字办", "省教育厅", "省民政厅", "省商务厅", "省文旅厅", "省卫健委",
        "省广电局", "省体育局", "省医保局",
    ],
    "task-09": [
        "省发改委", "省数字办", "省住建厅", "省公安厅", "省民政厅", "省交通运输厅",
        "各设区市人民政府", "平潭综合实验区管委会",
    ],
    "task-10": ["省海洋渔业局"],
    "task-11": ["省发改委", "省数字办", "省直有关部门"],
    "task-12": ["省发改委", "省数字办", "省直有关部门"],
    "task-13": ["省发改委", "省数字办", "省直有关部门"],
    "task-14": ["省发改委", "省数字办", "省直有关部门"],
    "task-15": ["省发改委", "省数字办", "省金融监管局", "人行福州中心支行"],
    "task-16": [
        "省工信厅", "省商务厅", "省委网信办", "省发改委", "省数字办", "福州市人民政府",
        "厦门市人民政府", "漳州市人民政府", "泉州市人民政府", "莆田市人民政府", "龙岩市人民政府",
    ],
    "task-17": ["福州市人民政府", "泉州市人民政府", "莆田市人民政府", "南平市人民政府"],
    "task-18": [
        "省发改委", "省工信厅", "省商务厅", "省委台港澳办", "厦门市人民政府", "漳州市人民政府",
        "泉州市人民政府",
    ],
    "task-19": ["省通信管理局", "省发改委", "省数字办", "省委网信办", "省广电局"],
    "task-20": [
        "省发改委", "省数字办", "省科技厅", "省通信管理局", "福州市人民政府", "厦门市人民政府",
        "泉州市人民政府", "南平市人民政府", "龙岩市人民政府",
    ],
    "task-21": [
        "省发改委", "省数字办", "省教育厅", "省工信厅", "省生态环境厅", "省交通运输厅", "省水利厅",
        "省卫健委", "省海洋渔业局", "省广电局",
    ],
    "task-22": ["省委网信办", "省公安厅", "省通信管理局"],
    "outcome-01": ["省发改委", "省数字办", "省司法厅"],
    "outcome-02": ["省发改委", "省数字办"],
    "outcome-03": ["省发改委", "省数字办"],
    "outcome-04": ["省发改委", "省数字办"],
    "outcome-05": ["省发改委", "省数字办"],
    "outcome-06": ["省发改委", "省数字办"],
    "outcome-07": ["福州市人民政府", "莆田市人民政府"],
    "outcome-08": ["福州市人民政府"],
    "outcome-09": ["省发改委", "省数字办"],
    "outcome-10": ["省发改委", "省数字办"],
    "outcome-11": ["省发改委", "省数字办"],
    "outcome-12": ["省海洋渔业局"],
    "outcome-13": ["省委台港澳办"],
    "outcome-14": ["省文旅厅"],
    "outcome-15": ["省发改委", "省数字办", "省卫健委"],
    "outcome-16": ["省农业农村厅"],
    "outcome-17": ["各设区市人民政府", "平潭综合实验区管委会"],
    "outcome-18": ["省商务厅"],
    "outcome-19": ["福州市人民政府", "厦门市人民政府"],
    "outcome-20": ["省科技厅", "省发改委", "省数字办", "省工信厅"],
    "outcome-21": ["省科技厅", "省工信厅", "省发改委", "省数字办"],
    "outcome-22": ["省发改委", "省数字办", "省工信厅", "省科技厅", "省商务厅"],
    "outcome-23": ["省发改委", "省数字办", "省工信厅", "省科技厅", "省商务厅"],
    "outcome-24": ["省发改委", "省数字办", "省工信厅"],
    "outcome-25": ["省工信厅", "省发改委", "省商务厅", "省科技厅", "厦门市人民政府"],
    "outcome-26": ["厦门市人民政府", "泉州市人民政府"],
    "outcome-27": ["厦门市人民政府"],
    "outcome-28": ["省通信管理局"],
    "outcome-29": ["省发改委", "省数字办", "厦门市人民政府", "泉州市人民政府", "龙岩市人民政府"],
    "outcome-30": ["省发改委", "省数字办"],
    "outcome-31": ["省通信管理局", "省发改委", "省数字办"],
    "outcome-32": ["省工信厅", "省发改委", "省数字办"],
}  # fmt: skip

EXPECTED_COUNTS = {
    "5g-base-stations": 14,
    "agri-online-sales": 4,
    "ai-application-projects": 1,
    "ai-compute": 2,
    "blockchain-application-projects": 2,
    "datacenter-racks": 1,
    "digital-clusters-over-100bn": 2,
    "digital-economy-gdp-share": 8,
    "digital-economy-growth": 3,
    "digital-economy-value-added": 15,
    "digital-firms-over-10bn": 3,
    "digital-innovative-firms": 5,
    "digital-invention-patents": 4,
    "industrial-internet-benchmark-firms": 1,
    "industrial-internet-platforms": 1,
    "outcome-01": 3,
    "outcome-04": 1,
    "outcome-05": 1,
    "outcome-06": 1,
    "outcome-09": 1,
    "outcome-11": 2,
    "outcome-13": 2,
    "outcome-19": 2,
    "outcome-25": 3,
    "outcome-27": 1,
    "outcome-29": 2,
    "outcome-30": 1,
    "outcome-31": 1,
    "smart-agri-parks": 1,
    "task-10": 1,
    "task-20": 2,
}

# outcome: the tasks that it comes from
EXPECTED_LINKS = {
    2: [4], 3: [3], 4: [19], 5: [8], 6: [19, 20, 21], 7: [3], 8: [4], 9: [11, 12], 10: [13],
    11: [14], 12: [10], 13: [18], 14: [8], 15: [8], 16: [6], 17: [9], 18: [16], 19: [9], 20: [1],
    21: [2], 22: [3], 23: [3], 24: [7, 8, 16], 25: [16], 26: [18], 27: [16], 28: [19], 29: [20],
    30: [4], 31: [19], 32: [1],
}  # fmt: skip

CITIES = [
    "福州市", "厦门市", "漳州市", "泉州市", "三明市", "莆田市", "南平市", "龙岩市", "宁德市",
]  # fmt: skip
PINGTAN = "平潭综合实验区"

# the keys of a reading, in the order of a canonical line
KEYS = [
    "date", "within", "period", "area", "part", "value", "state", "qualifier", "status", "printed",
    "measure", "unit", "comparability", "source", "note",
]  # fmt: skip


def all_readings() -> Iterator[tuple[str, Record]]:
    """Give every reading with the id of its record."""
    for record, readings in READINGS.items():
        for reading in readings:
            yield record, reading


def area_of(record: str, reading: Record) -> str:
    """Answer a reading's area: its own, its part's, its record's or the province."""
    parts = {part["id"]: part for part in RECORDS[record].get("parts", ())}
    part = parts[reading["part"]] if "part" in reading else {}
    area = reading.get("area") or part.get("area") or RECORDS[record].get("area") or "福建省"
    return str(area)


def digest(lines: list[str]) -> str:
    """Answer what changes when a letter does."""
    return sha256("\n".join(lines).encode()).hexdigest()


def quantity(printed: str) -> tuple[Decimal, str]:
    """Split a printed figure into its number, 万 and 亿 multiplied out, and its unit."""
    found = re.fullmatch(r"([0-9.]+)(万亿|万|亿)?(.+)", printed)
    assert found is not None, printed
    scale = {None: 0, "万": 4, "亿": 8, "万亿": 12}[found[2]]
    return Decimal(found[1]).scaleb(scale), found[3]


def test_lists_have_the_lengths_that_the_plan_gives_them() -> None:
    """There are 22 tasks, 32 outcomes, 23 targets, 35 agencies and 11 areas, no id twice."""
    lists = (TASKS, OUTCOMES, TARGETS, AGENCIES, AREAS)

    assert [len(one) for one in lists] == [22, 32, 23, 35, 11]
    assert [len({record["id"] for record in one}) for one in lists] == [22, 32, 23, 35, 11]
    assert len(RECORDS) == 77


def test_nobody_published_a_remark() -> None:
    """The list of remarks is there and empty."""
    assert REMARKS == []


def test_the_annexes_control_totals_hold() -> None:
    """Each section announces as many items as it holds."""
    totals = {section["id"]: int(section["total"]) for section in PLAN["sections"]}

    assert list(totals.values()) == [5, 5, 5, 3, 4, 1, 7, 11, 8, 5]
    assert totals == Counter(one["section"] for one in TASKS + OUTCOMES)


def test_annex_items_keep_their_numbers() -> None:
    """Tasks and outcomes stand in the order of the annexes and carry its numbers."""
    assert [f"task-{number:02}" for number in range(1, 23)] == [one["id"] for one in TASKS]
    assert [f"outcome-{number:02}" for number in range(1, 33)] == [one["id"] for one in OUTCOMES]
    for records in (TASKS, OUTCOMES):
        sections = [one["section"] for one in records]
        assert sorted(sections) == sections


def test_the_plan_runs_from_its_issue_to_the_end_of_2022() -> None:
    """The span is the plan's own; bands, 左右 and intervals are what the offices use."""
    bands = {"ahead": "1.05", "on-schedule": "1", "behind": "0.60", "far-behind": "0"}

    assert (PLAN["start"], PLAN["end"]) == ("2021-03-03", "2022-12-31")
    assert bands == PLAN["bands"]
    assert (PLAN["about"], PLAN["every"], PLAN["lag"]) == ("5", "quarter", "60")


def test_every_rating_is_in_one_class() -> None:
    """The five classes of the bulletin share the sixteen ratings out without overlap."""
    classes = {one["id"]: one["ratings"] for one in PLAN["classes"]}

    assert classes == {
        "completed": ["met", "met-late", "met-undated"],
        "ahead": ["ahead"],
        "on-schedule": ["on-schedule"],
        "behind": ["behind", "far-behind", "reversing", "missed"],
        "other": [
            "ongoing", "undecided", "unconfirmed", "not-due", "no-reading", "no-baseline",
            "cancelled",
        ],
    }  # fmt: skip
    assert len({rating for ratings in classes.values() for rating in ratings}) == 16


def test_no_letter_of_the_wording_changes_unnoticed() -> None:
    """Titles, contents, due texts, section names and clauses are the plan's own."""
    tasks = [f"{one['title']['zh']} {one['content']['zh']} {one['due']['text']}" for one in TASKS]
    outcomes = [f"{one['title']['zh']} {one['due']['text']}" for one in OUTCOMES]
    clauses = [f"{one['clause']['ref']} {one['clause']['text']}" for one in TARGETS]
    sections = [one["name"]["zh"] for one in PLAN["sections"]]

    assert {
        "tasks": digest(tasks),
        "outcomes": digest(outcomes),
        "clauses": digest(clauses),
        "sections": digest(sections),
    } == {
        "tasks": "5342c3e8fde154e36d4003047d85c910c1de0bc21abd1b2ac4afe8e944223830",
        "outcomes": "272fdef5cbc8291fab1432af146173a91f13f376c3ae2ea0350fd4cecd22625b",
        "clauses": "986dbd2fdbfc058e4aba0212e531f554f47ddd2d1dd8e261283310408c0c140a",
        "sections": "0a6d0ef3360d80d5f1c58ceabc8c0621bd3505eb251ac7664ba8f030062828f8",
    }


def test_every_chinese_wording_has_its_english() -> None:
    """Titles, contents, names and notes are given in both languages, titles without a full stop."""
    named = [PLAN, *PLAN["sections"], *PLAN["classes"], *RECORDS.values(), *AGENCIES, *AREAS]
    words = [one.get("title") or one["name"] for one in named]
    others = [one["content"] for one in TASKS]
    others += [part["name"] for one in OUTCOMES for part in one.get("parts", ())]
    others += [one["note"] for one in [*RECORDS.values(), *SOURCES] if "note" in one]
    others += [one["published_note"] for one in SOURCES if "published_note" in one]
    for key in ("note", "measure"):
        others += [one[key] for _, one in all_readings() if key in one]

    assert [["zh", "en"]] * len(words + others) == [list(one) for one in words + others]
    assert [one for one in words if re.search(r"[㐀-鿿。]|\.$", one["en"])] == []


def test_due_texts_are_taken_for_days() -> None:
    """2022年前 and a year are taken for the year's last day with a note, 持续推进 for no day."""
    days = {
        "2022年前": "2022-12-31",
        "2022年": "2022-12-31",
        "2021年": "2021-12-31",
        "2020年": "2020-12-31",
        "持续推进": None,
    }
    due = [one["due"] for one in TASKS + OUTCOMES]

    assert [days[one["text"]] for one in due] == [one.get("date") for one in due]
    assert ["date" in one for one in due] == ["note" in one for one in due]
    assert Counter(one["due"]["text"] for one in TASKS) == {"2022年前": 15, "持续推进": 7}
    assert Counter(one["due"]["text"] for one in OUTCOMES) == {
        "2022年": 24,
        "2021年": 2,
        "2020年": 6,
    }


def test_outcomes_are_linked_to_tasks_as_decided() -> None:
    """31 outcomes name their tasks with a note that the link is ours; outcome 1 stands alone."""
    links = {
        f"outcome-{outcome:02}": [f"task-{task:02}" for task in tasks]
        for outcome, tasks in EXPECTED_LINKS.items()
    }

    assert links == {one["id"]: one["tasks"] for one in OUTCOMES if "tasks" in one}
    assert list(links) == [one["id"] for one in OUTCOMES if "note" in one]


def test_tasks_without_outcomes_are_known() -> None:
    """From the other side, only tasks 5, 15, 17 and 22 have no outcome and no target."""
    linked = {task for one in OUTCOMES + TARGETS for task in one.get("tasks", ())}

    assert [one["id"] for one in TASKS if one["id"] not in linked] == [
        "task-05",
        "task-15",
        "task-17",
        "task-22",
    ]
    assert linked == {task for one in OUTCOMES for task in one.get("tasks", ())}


def test_targets_are_those_of_the_plan() -> None:
    """Kind, unit, operator, value, clause and links of all 23 targets, in the plan's order."""
    expected = [line.split() for line in EXPECTED_TARGETS.strip().splitlines()]

    assert expected == [
        [
            one["id"],
            one["kind"],
            one.get("unit", "-"),
            one["goals"][-1].get("operator", "-"),
            one["goals"][-1].get("value") or one["goals"][-1]["state"],
            one["clause"]["ref"],
            ",".join(task.removeprefix("task-") for task in one["tasks"]) or "-",
            ",".join(outcome.removeprefix("outcome-") for outcome in one["outcomes"]) or "-",
        ]
        for one in TARGETS
    ]


def test_every_goal_in_force_is_the_plans() -> None:
    """The last goal of each target was decided with the plan and is due with it."""
    expected = {("2021-03-03", "2022-12-31", "workplan-2021")}
    goals = [one["goals"][-1] for one in TARGETS]

    assert expected == {(one["decided"], one["due"], one["source"]) for one in goals}
    assert [one["id"] for one in TARGETS if len(one["goals"]) > 1] == ["5g-base-stations"]


def test_what_is_our_reading_of_the_plan_carries_a_note() -> None:
    """New registrations start from 0, P level is 1 P, and the parks' figure is the annex's."""
    baselines = {one["id"]: one["baseline"] for one in TARGETS if "baseline" in one}

    assert [one["id"] for one in TARGETS if "note" in one] == [
        "identifier-registrations",
        "ai-compute",
        "smart-agri-parks",
    ]
    assert list(baselines) == ["identifier-registrations"]
    start = baselines["identifier-registrations"]
    assert (start["value"], start["date"]) == ("0", "2021-03-03")
    assert "note" in start


def test_leads_stand_as_printed() -> None:
    """Each of the 54 items is led by the bodies that the annex prints, in its order."""
    assert {one["id"]: one["leads"] for one in TASKS + OUTCOMES} == EXPECTED_LEADS


def test_targets_are_led_like_their_outcome_or_task() -> None:
    """A target takes its outcome's leads, else its task's, else those of the overall goals."""
    expected = {
        one["id"]: RECORDS[(one["outcomes"] or one["tasks"])[0]]["leads"]
        if one["outcomes"] or one["tasks"]
        else ["省发改委", "省数字办"]
        for one in TARGETS
    }

    assert expected == {one["id"]: one["leads"] for one in TARGETS}


def test_agencies_are_exactly_those_that_lead() -> None:
    """The annexes name 35 bodies, listed in the order in which they first appear."""
    named = list(dict.fromkeys(lead for one in TASKS + OUTCOMES for lead in one["leads"]))
    kinds = {"department": 24, "city": 7, "group": 2, "other": 2}

    assert named == [one["id"] for one in AGENCIES]
    assert kinds == Counter(one["kind"] for one in AGENCIES)


def test_groups_have_the_members_that_the_plan_means() -> None:
    """The cities' group has nine members, two of which no row names by itself."""
    governments = [f"{city}人民政府" for city in CITIES]
    groups = {one["id"]: one.get("members", []) for one in AGENCIES if one["kind"] == "group"}
    agencies = {one["id"] for one in AGENCIES}

    assert {"各设区市人民政府": governments, "省直有关部门": []} == groups
    assert [one for one in governments if one not in agencies] == [
        "三明市人民政府",
        "宁德市人民政府",
    ]


def test_areas_are_the_province_and_its_ten() -> None:
    """Nine cities and Pingtan lie in the province."""
    parents = {one["id"]: one.get("parent") for one in AREAS}

    assert {"福建省": None} | dict.fromkeys([*CITIES, PINGTAN], "福建省") == parents


def test_parts_lie_in_their_areas() -> None:
    """Five outcomes have parts, two more lie in Xiamen."""
    slugs = [
        "fuzhou", "xiamen", "zhangzhou", "quanzhou", "sanming", "putian", "nanping", "longyan",
        "ningde",
    ]  # fmt: skip
    slug = dict(zip(slugs, CITIES, strict=True))
    parts = {
        one["id"]: {part["id"]: part["area"] for part in one["parts"]}
        for one in OUTCOMES
        if "parts" in one
    }

    assert {
        "outcome-07": {city: slug[city] for city in ("fuzhou", "putian")},
        "outcome-17": slug | {"pingtan": PINGTAN},
        "outcome-19": {city: slug[city] for city in ("fuzhou", "xiamen")},
        "outcome-26": {city: slug[city] for city in ("xiamen", "quanzhou")},
        "outcome-29": {
            "province-phase-2": "福州市",
            "xiamen-kunpeng": "厦门市",
            "quanzhou": "泉州市",
            "longyan-tulou": "龙岩市",
        },
    } == parts
    assert {one["id"]: one["area"] for one in RECORDS.values() if "area" in one} == {
        "outcome-25": "厦门市",
        "outcome-27": "厦门市",
    }


def test_the_centres_are_named_in_the_outcomes_words() -> None:
    """The four centres of outcome 29 are cut out of its title."""
    outcome = RECORDS["outcome-29"]

    assert outcome["title"]["zh"] == "建成" + "、".join(
        part["name"]["zh"] for part in outcome["parts"]
    )


def test_every_published_reading_is_on_file() -> None:
    """Each record has as many readings as were published."""
    assert {record: len(readings) for record, readings in READINGS.items()} == EXPECTED_COUNTS
    assert sum(EXPECTED_COUNTS.values()) == 91


def test_readings_are_as_comparable_as_they_are() -> None:
    """Of 91 readings, 47 are not of the record's own quantity, or not of the whole of it."""
    comparability = Counter(one.get("comparability", "same") for _, one in all_readings())

    assert comparability == {"same": 44, "near": 29, "proxy": 13, "partial": 5}


def test_only_three_targets_can_be_rated_by_figures() -> None:
    """Comparable figures of the whole province exist for three targets only."""
    counting = Counter(
        record
        for record, one in all_readings()
        if "value" in one
        and "measure" not in one
        and one.get("comparability", "same") == "same"
        and area_of(record, one) == "福建省"
    )

    assert counting == {
        "5g-base-stations": 7,
        "digital-economy-gdp-share": 7,
        "digital-economy-value-added": 7,
    }


def test_other_quantities_are_marked() -> None:
    """A reading has a measure and a unit together, and is then not the target's own."""
    marked = [one for _, one in all_readings() if "measure" in one]

    assert len(marked) == 35
    assert marked == [one for _, one in all_readings() if "unit" in one]
    assert [one for one in marked if one.get("comparability", "same") == "same"] == []


def test_values_are_what_was_printed() -> None:
    """A value and its unit are the printed figure, converted exactly."""
    figures = [
        (one["printed"], one["value"] + (one.get("unit") or RECORDS[record]["unit"]))
        for record, one in all_readings()
        if "value" in one
    ]

    assert len(figures) == 67
    assert [quantity(printed) for printed, _ in figures] == [
        quantity(value) for _, value in figures
    ]


def test_readings_are_told_apart_by_their_key() -> None:
    """No two readings of a record share date, area, part, measure and source."""
    keys = [
        (
            record,
            one["date"],
            area_of(record, one),
            one.get("part"),
            one.get("measure", {}).get("zh"),
            one["source"],
        )
        for record, one in all_readings()
    ]

    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_readings_stand_oldest_first() -> None:
    """Each file of readings is in the order of their days."""
    days = {record: [one["date"] for one in readings] for record, readings in READINGS.items()}

    assert {record: sorted(order) for record, order in days.items()} == days


def test_readings_are_one_a_line() -> None:
    """A file of readings is its comments and then one line a reading, keys in the one order."""
    for path in (DATA / "readings").iterdir():
        lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
        assert [line[:3] for line in lines[3:]] == ["- {"] * len(READINGS[path.stem])
        assert [line[:2] for line in lines[:3]] == ["# "] * 3
    for _, one in all_readings():
        assert list(one) == [key for key in KEYS if key in one]


def test_defaults_are_not_written() -> None:
    """A reading says neither what is usual nor where its record is anyway."""
    usual = {"qualifier": "exact", "status": "final", "comparability": "same"}
    said = [
        (record, key)
        for record, one in all_readings()
        for key, value in one.items()
        if usual.get(key) == value
        or (key == "area" and value == area_of(record, one | {"area": None}))
    ]

    assert said == []


def test_estimates_are_provisional() -> None:
    """Only the two figures that were printed as estimates are provisional."""
    assert [(record, one["source"]) for record, one in all_readings() if "status" in one] == [
        ("digital-economy-growth", "sannong-2022-04"),
        ("digital-economy-value-added", "sannong-2022-04"),
    ]


def test_states_are_on_file_for_thirteen_outcomes_and_two_tasks() -> None:
    """States were published of these records only, comparable deliveries of six of them."""
    states = {record for record, one in all_readings() if "state" in one}
    delivered = {
        record
        for record, one in all_readings()
        if one.get("state") == "delivered" and one.get("comparability", "same") == "same"
    }
    outcomes = (1, 4, 5, 6, 9, 11, 13, 19, 25, 27, 29, 30, 31)

    assert {f"outcome-{number:02}" for number in outcomes} | {"task-10", "task-20"} == states
    assert {f"outcome-{number:02}" for number in (1, 4, 5, 6, 9, 13)} == delivered


def test_planned_figures_are_paths_earlier_goals_or_what_comes_next() -> None:
    """The seven planned figures stand in the goals, none of them among the readings."""
    briefing = "fjca-2020-briefing"
    earlier = "chinadaily-2019-11-07"
    stations = RECORDS["5g-base-stations"]
    first, second = stations["goals"]

    assert ("50000", ">=", "2022-12-31", "2019-11-07", earlier) == tuple(
        first[key] for key in ("value", "operator", "due", "decided", "source")
    )
    assert [{"date": "2020-12-31", "value": "10000", "source": earlier}] == first["path"]
    assert [
        {"date": "2020-12-31", "value": "20000", "source": briefing},
        {"date": "2021-12-31", "value": "40000", "source": briefing},
        {"date": "2022-12-31", "value": "80000", "source": briefing},
    ] == second["path"]
    assert {
        one["id"]: tuple(one["next"][key] for key in ("value", "due", "source"))
        for one in TARGETS
        if "next" in one
    } == {
        "interprovincial-bandwidth": ("98", "2025-12-31", "xinhua-2023-08-17"),
        "5g-base-stations": ("120000", "2025-12-31", "dvbcn-2023-07-07"),
    }
    assert [one["id"] for one in TARGETS for goal in one["goals"][:1] if "path" in goal] == [
        "5g-base-stations"
    ]


def test_every_source_is_cited_and_every_citation_resolves() -> None:
    """What readings, goals, paths and later plans cite is what the register holds."""
    goals = [goal for one in TARGETS for goal in one["goals"]]
    cited = {one["source"] for _, one in all_readings()}
    cited |= {point["source"] for goal in goals for point in [goal, *goal.get("path", ())]}
    cited |= {one["next"]["source"] for one in TARGETS if "next" in one}

    assert cited == {one["id"] for one in SOURCES}
    assert len(SOURCES) == 63


def test_sources_say_what_was_seen() -> None:
    """A reprint has no address, and a source has either its day or a note why not."""
    assert Counter(one["kind"] for one in SOURCES) == {"publication": 25, "reprint": 38}
    assert [one for one in SOURCES if one["kind"] == "reprint" and "url" in one] == []
    assert [one for one in SOURCES if ("published" in one) == ("published_note" in one)] == []
    assert [one for one in SOURCES if "confidence" not in one] == []


def test_no_figure_is_later_than_its_publication() -> None:
    """Only a state is later than what printed it: the day on which the regulation took force."""
    published = {one["id"]: one.get("published", "9999-12-31") for one in SOURCES}

    assert [
        (record, one["date"])
        for record, one in all_readings()
        if one["date"] > published[one["source"]]
    ] == [("outcome-01", "2022-02-01")]


def test_every_reference_resolves() -> None:
    """Leads, areas and links name records that exist."""
    agencies = {one["id"] for one in AGENCIES}
    areas = {one["id"] for one in AREAS}

    assert set() == {lead for one in RECORDS.values() for lead in one["leads"]} - agencies
    assert set() == {area_of(record, one) for record, one in all_readings()} - areas
    assert set() == {one for record in TARGETS for one in record["outcomes"]} - set(RECORDS)
    assert set() == set(READINGS) - set(RECORDS)
