"""Typed values: one bad value per kind of field, each told at its place and in our words."""

import pytest

import builders as b
from fjdex.load import Loaded, load
from fjdex.plan.findings import CODES

GOOD = {
    "id": "t",
    "name": "{zh: 甲, en: A}",
    "kind": "stock",
    "unit": "个",
    "tasks": "[k]",
    "leads": "[虚构局]",
    "area": "东市",
    "clause": "{ref: 一, text: 甲}",
    "goals": f"[{b.goal()}]",
    "next": "{value: 1, due: 2025-12-31}",
    "baseline": "{value: 0, date: 2020-12-31}",
    "every": "year",
    "lag": "30",
    "note": "一句话",
}


def block(keys: dict[str, str]) -> str:
    """Write a record in block style, one key a line from line 1 on."""
    body = "\n".join(f"  {key}: {text}" for key, text in keys.items())
    return f"-{body[1:]}\n"


def loaded(**changed: str) -> Loaded:
    """Load a folder whose one target has some keys changed; an empty text drops the key."""
    keys = {key: text for key, text in (GOOD | changed).items() if text != "absent"}
    return load(b.folder(block(keys)))


def test_the_record_that_the_others_are_made_from_is_sound() -> None:
    """Every key of a target, in block style."""
    assert loaded().findings == ()


# key, bad value with a mark before the sign at which it is told, code
BAD = [
    ("id", "»T", "id-malformed"),
    ("id", "»~", "value-empty"),
    ("id", '»""', "value-empty"),
    ("id", "»[a]", "shape-unexpected"),
    ("name", "»甲", "text-expected"),
    ("name", "»{zh: 甲}", "key-missing"),
    ("name", '{zh: 甲, en: »""}', "value-empty"),
    ("name", '»""', "value-empty"),
    ("name", "»[甲]", "text-expected"),
    ("name", "{zh: 甲, en: »[A]}", "text-expected"),
    ("name", "{zh: 甲, en: A, »fr: B}", "key-unknown"),
    ("kind", "»stocks", "term-unknown"),
    ("kind", "»~", "value-empty"),
    ("kind", "»[stock]", "shape-unexpected"),
    ("unit", '»" "', "value-empty"),
    ("unit", "»[个]", "text-expected"),
    ("tasks", "»k", "shape-unexpected"),
    ("tasks", "[k, »K]", "id-malformed"),
    ("tasks", "»{k: 1}", "shape-unexpected"),
    ("leads", "[虚构局, »省 局]", "id-malformed"),
    ("area", "»a/b", "id-malformed"),
    ("clause", "»甲", "shape-unexpected"),
    ("goals", "»{value: 1}", "shape-unexpected"),
    ("goals", "[{»value: 1, due: 2022-12-31}]", "key-missing"),
    ("goals", "[{value: »1_0, due: 2022-12-31, decided: 2021-01-01}]", "number-malformed"),
    ("goals", "[{value: 1, due: »2022-13-31, decided: 2021-01-01}]", "date-malformed"),
    ("goals", "[{operator: »=>, due: 2022-12-31, decided: 2021-01-01}]", "term-unknown"),
    ("goals", "[{»valeu: 1, due: 2022-12-31, decided: 2021-01-01}]", "key-unknown"),
    ("goals", "[»~]", "value-empty"),
    ("next", "»[]", "shape-unexpected"),
    ("baseline", "{value: 1, date: »31.12.2020}", "date-malformed"),
    ("every", "»month", "term-unknown"),
    ("lag", "»1e2", "number-malformed"),
    ("lag", '»"+1"', "number-malformed"),
    ("goals", '[{value: 1, due: »"", decided: 2021-01-01}]', "value-empty"),
    ("leads", '»""', "value-empty"),
    ("leads", "[虚构局, »null]", "value-empty"),
    ("tasks", "»Null", "value-empty"),
    ("note", "»[a]", "text-expected"),
    ("every", '»""', "value-empty"),
    ("lag", '»" "', "value-empty"),
    ("note", '»""', "value-empty"),
    ("note", "{zh: 甲, en: B, »de: C}", "key-unknown"),
]


@pytest.mark.parametrize(("key", "bad", "code"), BAD)
def test_one_bad_value_is_one_finding_at_its_place(key: str, bad: str, code: str) -> None:
    """The record is not understood, the place is the value's, or the unknown key's."""
    text, line, column = b.marked(block(GOOD | {key: bad}))
    found = load(b.folder(text))
    assert (b.told(found), found.understood["targets.yaml"]) == (
        [(code, "targets.yaml", line, column)],
        (),
    )


@pytest.mark.parametrize("key", [*GOOD])
def test_a_key_with_nothing_after_it_is_empty(key: str) -> None:
    """It is told at the key, whether the record can do without it or not."""
    found = loaded(**{key: ""})
    line = [*GOOD].index(key) + 1
    assert b.told(found) == [("value-empty", "targets.yaml", line, 3)]


@pytest.mark.parametrize("below", ["", "{a: , b: [~]}"])
def test_below_an_unknown_key_nothing_is_empty(below: str) -> None:
    """The key alone is told."""
    found = loaded(valeu=below).findings
    assert [one.code for one in found] == ["key-unknown"]


@pytest.mark.parametrize(
    ("key", "written", "arguments"),
    [
        ("name", "甲", {"text": "甲", "why": "words", "near": "{zh: 甲, en: …}"}),
        ("name", '"a: b"', {"text": "a: b", "why": "words", "near": "{zh: …, en: …}"}),
        ("name", "[甲]", {"text": "", "why": "words", "near": "{zh: …, en: …}"}),
        ("note", "[甲]", {"text": "", "why": "note", "near": "{zh: …, en: …}"}),
    ],
)
def test_a_text_in_both_languages_is_written_out(
    key: str, written: str, arguments: dict[str, str]
) -> None:
    """What stands there is taken for the Chinese, where it can stand without quotes."""
    (found,) = loaded(**{key: written}).findings
    assert dict(found.arguments) == {"key": key, **arguments}


def test_a_mapping_that_is_none_names_the_keys_it_needs() -> None:
    """Those without which it cannot be."""
    (found,) = loaded(clause="甲").findings
    assert dict(found.arguments) == {
        "key": "clause",
        "text": "甲",
        "shape": "keys",
        "known": "ref: …, text: …",
    }


@pytest.mark.parametrize("key", ["id", "name", "kind", "leads", "clause", "goals"])
def test_a_missing_key_is_told_at_the_record(key: str) -> None:
    """By its name, at the record's first key."""
    found = loaded(**{key: "absent"})
    told = [(one.code, one.place.line, one.arguments["key"]) for one in found.findings]
    assert told == [("key-missing", 1, key)]


@pytest.mark.parametrize(
    "key", ["unit", "tasks", "area", "next", "baseline", "every", "lag", "note"]
)
def test_an_optional_key_may_be_absent(key: str) -> None:
    """Nothing is wrong then."""
    assert loaded(**{key: "absent"}).findings == ()


@pytest.mark.parametrize(
    ("key", "near"),
    [("kinds", "kind"), ("lead", "leads"), ("baselin", "baseline"), ("xyz", ""), ("名称", "")],
)
def test_an_unknown_key_names_the_nearest(key: str, near: str) -> None:
    """At the key itself, with what was likely meant; the columns are the key's."""
    (found,) = loaded(**{key: "1"}).findings
    assert (found.code, found.place.column, found.place.end_column, found.arguments["near"]) == (
        "key-unknown",
        3,
        3 + len(key),
        near,
    )


def test_an_unknown_key_below_names_the_keys_of_its_own_mapping() -> None:
    """Inside a goal the goal's keys are known, not the target's."""
    (found,) = loaded(goals="[{valeu: 1, due: 2022-12-31, decided: 2021-01-01}]").findings
    assert (found.arguments["near"], found.arguments["known"]) == (
        "value",
        "value state operator due decided area of source note path",
    )


def test_an_unknown_word_names_the_nearest_and_all() -> None:
    """The closed vocabulary in its own order."""
    (found,) = loaded(kind="stocks").findings
    assert dict(found.arguments) == {
        "key": "kind",
        "text": "stocks",
        "near": "stock",
        "known": "stock flow ratio growth deliverable",
    }


def test_several_bad_values_are_told_at_once() -> None:
    """One does not hide the next."""
    found = loaded(kind="x", lag="y", goals="[{value: z, due: 2022-12-31, decided: 2021-01-01}]")
    assert [(code, line) for code, _, line, _ in b.told(found)] == [
        ("term-unknown", 3),
        ("number-malformed", 9),
        ("number-malformed", 13),
    ]


def test_a_record_of_nothing_but_faults() -> None:
    """Of one record a hundred faults are told, the first ones; it has no more keys than that."""
    many = b.mapping(**{f"k{number}": "1" for number in range(5000)})
    first = [*("id", "name", "kind", "leads", "clause", "goals"), *(f"k{one}" for one in range(94))]
    found = load(b.folder(f"- {many}\n")).findings
    assert [one.arguments["key"] for one in found] == first


@pytest.mark.parametrize("key", ["x" * 5000, '"\\e[31m"', '"a\\u202eb"'])
def test_an_unknown_key_is_quoted_short_and_seen(key: str) -> None:
    """What a sentence quotes of it neither fills the screen nor moves its cursor."""
    found = [one for one in loaded(**{f"? {key}\n  ": "1"}).findings if one.code == "key-unknown"]
    assert [
        (len(one.arguments["key"]) <= 48, one.arguments["key"].isprintable()) for one in found
    ] == [(True, True)]


@pytest.mark.parametrize("key", ["unit", "note"])
def test_a_text_too_long_for_any_table(key: str) -> None:
    """A text of the greatest length is read, one of a sign more is told at its place."""
    assert loaded(**{key: "长" * 65_536}).findings == ()
    (found,) = loaded(**{key: "长" * 65_537}).findings
    assert (found.code, found.arguments["why"]) == ("text-expected", "length")


@pytest.mark.parametrize(
    ("bands", "code"),
    [
        ("{»ahaed: 1.05}", "key-unknown"),
        ("{ahead: »x}", "number-malformed"),
        ("»[1.05]", "shape-unexpected"),
    ],
)
def test_the_bands_of_the_header(bands: str, code: str) -> None:
    """An unknown rating is told at the key that names it, a malformed number at the number."""
    good = next(line for line in b.HEADER.split("\n") if line.startswith("bands"))
    header, line, column = b.marked(b.HEADER.replace(good, f"bands: {bands}"))
    assert b.told(load(b.folder(header=header))) == [(code, "plan.yaml", line, column)]


@pytest.mark.parametrize(
    ("reading", "code"),
    [
        ("date: »2022-13-30, value: 1", "date-malformed"),
        ("»date: , value: 1", "value-empty"),
        ('date: »"", value: 1', "value-empty"),
        ('date: 2022-09-30, period: »""', "value-empty"),
        ("date: 2022-09-30, »value: ", "value-empty"),
        ("date: 2022-09-30, »area: , value: 1", "value-empty"),
        ("date: 2022-09-30, note: {zh: 甲, »en: }", "value-empty"),
        ("date: 2022-09-30, within: »2022-9", "period-malformed"),
        ("date: 2022-09-30, period: »2022-01/", "period-malformed"),
        ("date: 2022-09-30, period: »[2022]", "shape-unexpected"),
        ("date: 2022-09-30, area: »a/b", "id-malformed"),
        ("date: 2022-09-30, part: »A", "id-malformed"),
        ("date: 2022-09-30, value: »05", "number-malformed"),
        ("date: 2022-09-30, value: »{a: 1}", "shape-unexpected"),
        ("date: 2022-09-30, state: »done", "term-unknown"),
        ("date: 2022-09-30, qualifier: »exakt", "term-unknown"),
        ("date: 2022-09-30, status: »draft", "term-unknown"),
        ('date: 2022-09-30, printed: »""', "value-empty"),
        ("date: 2022-09-30, measure: »GDP", "text-expected"),
        ("date: 2022-09-30, comparability: »none", "term-unknown"),
        ("date: 2022-09-30, source: »A B", "id-malformed"),
        ("date: 2022-09-30, »valeu: 1", "key-unknown"),
        ("date: 2022-09-30, »line: 5", "key-unknown"),
        ("date: 2022-09-30, »line: abc", "key-unknown"),
        ("date: 2022-09-30, value: 1, »value: 2", "key-duplicated"),
    ],
)
def test_one_bad_value_of_a_reading(reading: str, code: str) -> None:
    """A canonical line with a bad value is judged like any other record."""
    text, line, column = b.marked(b.lines("date: 2022-01-01, value: 1", reading))
    found = load(b.folder(readings={"t": text}))
    assert b.told(found) == [(code, "readings/t.yaml", line, column)]


@pytest.mark.parametrize(("key", "bad"), [one[:2] for one in BAD])
def test_no_word_of_a_library_comes_through(key: str, bad: str) -> None:
    """Codes are ours, and arguments hold the file's own words and ours."""
    words = ("pydantic", "validation", "input", "instance", "dataclass", "dictionary", "unexpected")
    for found in load(b.folder(b.marked(block(GOOD | {key: bad}))[0])).findings:
        text = " ".join(found.arguments.values()).lower()
        assert (found.code in CODES, [word for word in words if word in text]) == (True, [])


def test_a_reading_without_its_date() -> None:
    """The missing key is told at the reading."""
    found = load(b.folder(readings={"t": "# 注\n- {value: 1}\n"}))
    assert [(one.code, one.place.line, dict(one.arguments)) for one in found.findings] == [
        ("key-missing", 2, {"key": "date", "text": ""})
    ]
