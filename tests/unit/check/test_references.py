"""Rules about links: what is named exists, and what cannot be read is not called missing."""

import pytest

import builders as b
from fjdex.check.rules import check
from fjdex.load import load
from fjdex.messages import Voice
from fjdex.render.findings import headline, help_of
from unit.check.faults import GOOD, WORDS, compared, found, sound_with, with_target

SOUND = sound_with()
EN = Voice("en")


@pytest.mark.parametrize(
    "written",
    [
        b.target(b.goal()[:-1] + ", source: ⟦source-unknown|s9⟧}", key="x"),
        b.target(
            b.goal(path="[{date: 2021-06-30, value: 1, source: ⟦source-unknown|s9⟧}]"), key="x"
        ),
        b.target(
            b.goal(), key="x", next="{value: 9, due: 2025-12-31, source: ⟦source-unknown|s9⟧}"
        ),
        b.target(
            b.goal(), key="x", baseline="{value: 0, date: 2020-12-31, source: ⟦source-unknown|s9⟧}"
        ),
        b.target(b.goal(), key="x", area="⟦area-unknown|南市⟧"),
        b.target(b.goal(), key="x", tasks="[⟦task-unknown|t⟧]"),
        b.target(b.goal(), key="x", outcomes="[⟦outcome-unknown|k⟧]"),
    ],
)
def test_what_a_target_names_exists(written: str) -> None:
    """A target is no task and a task no outcome, though they share their ids' space."""
    found_, told = compared(with_target(written))
    assert (len(told), found_) == (1, told)


@pytest.mark.parametrize(
    ("keys", "section"),
    [
        ({"tasks": "[k, ⟦task-unknown|k9⟧]"}, "outcomes-1"),
        ({"area": "⟦area-unknown|南市⟧"}, "outcomes-1"),
        ({"parts": f"[{{id: p, name: {WORDS}, area: ⟦area-unknown|南市⟧}}]"}, "outcomes-1"),
        ({}, "⟦section-unknown|outcomes-9⟧"),
        ({}, "⟦section-unknown|tasks-1⟧"),
    ],
)
def test_what_an_outcome_names_exists(keys: dict[str, str], section: str) -> None:
    """Tasks, its area, the areas of its parts, its section."""
    written = b.outcome("o", **keys).replace("outcomes-1", section)
    found_, told = compared(SOUND | {"outcomes.yaml": written})
    assert (len(told), found_) == (1, told)


def test_an_area_lies_in_one_that_exists() -> None:
    """The parent is a link as well."""
    areas = b.AREAS.replace("en: West}, parent: 虚构省", "en: West}, parent: ⟦area-unknown|无名省⟧")
    found_, told = compared(SOUND | {"areas.yaml": areas})
    assert (len(told), found_) == (1, told)


def test_the_members_of_a_group_are_names_alone() -> None:
    """One that leads nothing by itself need not be an agency."""
    group = f"- {{id: 各局, name: {WORDS}, kind: group, members: [虚构局, 无名局]}}\n"
    assert found(SOUND | {"agencies.yaml": b.AGENCIES + group}) == []


def test_readings_of_nothing() -> None:
    """A file of readings whose name is no id is told as a file."""
    assert found(SOUND | {"readings/nobody.yaml": GOOD}) == [
        ("record-unknown", "readings/nobody.yaml", 1, 1, 1)
    ]


def test_what_was_meant_is_named() -> None:
    """The three known words most like the unknown one, none where none is like it."""
    sources = "".join(b.source(key) for key in ("report-2021", "report-2022", "report-2023", "x"))
    texts = SOUND | {
        "sources.yaml": b.source("s") + sources,
        "readings/t.yaml": "- {date: 2021-06-30, value: 1, source: report-2024}\n"
        "- {date: 2021-07-31, value: 1, source: zzzz}\n",
    }
    told = [
        (one.arguments["text"], set(filter(None, one.arguments["near"].split(", "))))
        for one in check(load(texts))
        if one.code == "source-unknown"
    ]
    assert told == [("report-2024", {"report-2021", "report-2022", "report-2023"}), ("zzzz", set())]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("agencies.yaml", "department", "⟦term-unknown|departmnt⟧"),
        ("sources.yaml", "publication", "⟦term-unknown|publicaton⟧"),
        ("tasks.yaml", "2022-12-31", "⟦date-malformed|2022-13-31⟧"),
        ("targets.yaml", "stock", "⟦term-unknown|stick⟧"),
    ],
)
def test_a_record_with_a_fault_is_not_called_missing(file: str, old: str, new: str) -> None:
    """It is there: what names it is right, and the fault is told once, where it is."""
    linked = SOUND["targets.yaml"].replace("leads", "tasks: [k], leads")
    texts = SOUND | {"targets.yaml": linked}
    assert found(texts) == []
    found_, told = compared(texts | {file: texts[file].replace(old, new)})
    assert (len(told), found_) == (1, told)


@pytest.mark.parametrize("file", ["agencies.yaml", "tasks.yaml", "targets.yaml", "sources.yaml"])
def test_a_file_that_cannot_be_read_makes_no_other_file_wrong(file: str) -> None:
    """Whether its records exist is not known, so their absence is not told a hundred times."""
    linked = SOUND["targets.yaml"].replace("leads", "tasks: [k], leads")
    texts = SOUND | {"targets.yaml": linked} | {file: "- {\n"}
    assert {(one[0], one[1]) for one in found(texts)} == {("yaml-syntax", file)}


@pytest.mark.parametrize(
    "file", ["agencies.yaml", "areas.yaml", "outcomes.yaml", "tasks.yaml", "targets.yaml"]
)
def test_a_file_that_is_missing_is_told_once(file: str) -> None:
    """Not once more for everything that names what it held."""
    linked = SOUND["targets.yaml"].replace("leads", "tasks: [k], area: 东市, leads")
    texts = SOUND | {"targets.yaml": linked}
    del texts[file]
    assert found(texts) == [("file-missing", file, 1, 1, 1)]


def test_a_source_cited_by_a_line_with_a_fault_is_used() -> None:
    """A slip in a reading's date does not make its source look superfluous."""
    texts = SOUND | {
        "sources.yaml": b.source("s") + b.source("s2"),
        "readings/t.yaml": "- {date: ⟦date-malformed|2021-13-30⟧, value: 1, source: s2}\n",
    }
    found_, told = compared(texts)
    assert found_ == told


def test_a_fault_in_the_header_hides_no_other_file() -> None:
    """Whatever is wrong in plan.yaml, a reading without a source is told in the same run."""
    header = SOUND["plan.yaml"].replace("lag: 60", "lag: ⟦number-malformed|sixty⟧")
    readings = "- {date: ⟦source-missing|2021-06-30⟧, value: 1}\n"
    found_, told = compared(SOUND | {"plan.yaml": header, "readings/t.yaml": readings})
    assert found_ == told


@pytest.mark.parametrize(
    ("word", "meant"),
    [("甲", "虚构局"), ("虚构的局", "虚构局"), ("虚构的处", "")],
)
def test_another_name_of_an_agency_is_told_with_its_id(word: str, meant: str) -> None:
    """An alias and the full name mean that agency for certain."""
    agencies = (
        "- {id: 虚构局, name: {zh: 虚构的局, en: Invented office}, kind: other, aliases: [甲]}\n"
    )
    targets = b.target(b.goal()[:-1] + ", source: s}").replace("[虚构局]", f'["{word}"]')
    readings = {"agencies.yaml": agencies, "tasks.yaml": b.task("k"), "targets.yaml": targets}
    findings = check(load(SOUND | readings))
    near = [one.arguments["near"] for one in findings if one.arguments.get("why") == "name"]
    assert near == ([meant] if meant else [])


@pytest.mark.parametrize(
    "record",
    ["- id: 海洋传感器\n", "- \n", f"- name: {WORDS}\n"],
)
def test_while_the_id_of_a_record_is_lost_no_name_is_called_unknown(record: str) -> None:
    """Nobody can say whether it is the one that a file or a reference names."""
    texts = sound_with(of_ferries=GOOD)
    texts["targets.yaml"] += record
    codes = {one.code for one in check(load(texts))}
    assert "record-unknown" not in codes
    texts["targets.yaml"] = texts["targets.yaml"].removesuffix(record)
    assert [one.code for one in check(load(texts))] == ["record-unknown"]


def test_a_word_of_a_damaged_record_is_never_proposed() -> None:
    """What is proposed is an id that exists."""
    texts = sound_with(of_ferry=GOOD)
    texts["targets.yaml"] += "- {id: x9, note: ferrys @@, 'q}\n"
    told = [one for one in check(load(texts)) if one.code == "record-unknown"]
    assert [dict(one.arguments) for one in told] == [{"text": "ferry", "near": ""}]


@pytest.mark.parametrize("written", ["[]\n", "# 待补\n", None])
def test_an_empty_register_is_told_once(written: str | None) -> None:
    """Not at each of the places that name what it should hold."""
    lines = GOOD + "- {date: 2021-09-30, value: 2, source: s2}\n"
    texts = sound_with(of_t=lines)
    texts.pop("sources.yaml")
    if written is not None:
        texts["sources.yaml"] = written
    told = [(one.code, one.place.file, dict(one.arguments)) for one in check(load(texts))]
    assert told == [("file-empty", "sources.yaml", {"why": "named", "count": "2"})]


@pytest.mark.parametrize(
    ("file", "written", "said"),
    [
        (
            "tasks.yaml",
            b.task("k2").replace("tasks-1", "outcomes-1"),
            ("the section `outcomes-1` is one of the outcomes", "did you mean tasks-1?"),
        ),
        (
            "outcomes.yaml",
            b.outcome("o").replace("outcomes-1", "tasks-1"),
            ("the section `tasks-1` is one of the tasks", "did you mean outcomes-1?"),
        ),
    ],
)
def test_a_section_is_of_one_list(file: str, written: str, said: tuple[str, str]) -> None:
    """A task has none of the outcomes' sections, nor are the sections short of what is so told."""
    header = SOUND["plan.yaml"].replace("list: tasks,", "list: tasks, total: 2,")
    header = header.replace("list: outcomes,", "list: outcomes, total: 1,")
    other = {"tasks.yaml": b.task("k2"), "outcomes.yaml": b.outcome("o")}
    texts = SOUND | {"plan.yaml": header} | other | {file: other[file]}
    texts |= {"tasks.yaml": SOUND["tasks.yaml"] + other["tasks.yaml"]}
    assert check(load(texts)) == ()
    texts[file] = texts[file].replace(other[file], written)
    told = [(headline(one, EN), help_of(one, EN)) for one in check(load(texts))]
    assert told == [said]


@pytest.mark.parametrize("slip", [" - {id: x", "   - {id: x", "- {id: x", "  -{id: x", "  - {id x"])
def test_a_section_that_is_lost_in_a_slip_is_not_missed(slip: str) -> None:
    """Whatever plan.yaml says somewhere may be a section; what it nowhere says is none."""
    sections = f"  - {{id: tasks-1, list: tasks, name: {WORDS}}}\n"
    lost = f"{slip}, list: tasks, name: {WORDS}}}\n"
    header = SOUND["plan.yaml"].partition("sections:")[0] + f"sections:\n{sections}{lost}"
    tasks = "".join(
        b.task(f"k{at}").replace("tasks-1", section)
        for at, section in enumerate(("tasks-1", "x", "⟦section-unknown|y⟧"))
    )
    found_, told = compared(SOUND | {"plan.yaml": header, "tasks.yaml": tasks})
    assert [one for one in found_ if one[1] == "tasks.yaml"] == told
    assert {one[0] for one in found_ if one[1] == "plan.yaml"} == {"yaml-syntax"}


@pytest.mark.parametrize("id_", ["⟦id-malformed|a b⟧", "⟦id-malformed|“x”⟧", '⟦value-empty|""⟧'])
@pytest.mark.parametrize(
    ("file", "record", "own"),
    [
        ("agencies.yaml", b.AGENCIES, "虚构局"),
        ("sources.yaml", b.source("s"), "s"),
        ("targets.yaml", SOUND["targets.yaml"], "t"),
        ("tasks.yaml", SOUND["tasks.yaml"], "k"),
    ],
)
def test_whose_id_cannot_be_read_may_be_what_is_named(
    file: str, record: str, own: str, id_: str
) -> None:
    """The one slip is told, and not every place that names the record by its right id."""
    texts = SOUND | {file: record.replace(f"id: {own}", f"id: {id_}", 1)}
    naming = b.target(b.goal(), key="y", tasks="[k]")
    texts["targets.yaml"] += naming if file == "tasks.yaml" else ""
    found_, told = compared(texts)
    assert found_ == told


def test_more_names_than_records_without_an_id() -> None:
    """Where two are named that are unknown, one record cannot be both."""
    sources = "- {id: ⟦id-malformed|a b⟧, kind: publication}\n"
    goals = f"{b.goal(source='⟦source-unknown|r⟧')}, {b.goal(source='⟦source-unknown|u⟧')}"
    found_, told = compared(
        SOUND
        | {
            "sources.yaml": b.source("s") + sources,
            "targets.yaml": SOUND["targets.yaml"] + b.target(goals, key="x"),
        }
    )
    assert found_ == told


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("area: 甲乙丙", "take one of 东市, 虚构省, 西市, or add it to areas.yaml"),
        ("area: 东西市", "did you mean 西市, 东市? Or add it to areas.yaml"),
        ("part: p9", "take one of the ids under its `parts`, or leave the key out"),
    ],
)
def test_few_that_are_known_are_all_named(keys: str, told: str) -> None:
    """Where none of them is like what is written; where there are none, nothing is named."""
    readings = f"- {{date: 2021-06-30, value: 1, {keys}, source: s}}\n"
    (finding,) = check(load(with_target(b.target(b.goal(), key="x"), readings)))
    assert help_of(finding, EN) == told
