"""Words without a colon in braces are told as what they were meant for, and read so."""

import pytest

from fjdex.yamlio.edits import HOLE
from fjdex.yamlio.nodes import Items
from fjdex.yamlio.tree import compose
from fjdex.yamlio.typed import plain


def read(text: str) -> tuple[object, list[tuple[str, int, int, str, str]]]:
    """Answer the values of a text; line, column, code, slip and text of what is told."""
    node, findings = compose("sources.yaml", text)
    told = [
        (one.code, one.place.line, one.place.column, one.arguments["why"], one.arguments["text"])
        for one in findings
    ]
    return node and plain(node), told


@pytest.mark.parametrize(
    ("text", "column", "meant", "said"),
    [
        ("- {note: 全省, 含平潭}", 10, "全省, 含平潭", 'note: "全省, 含平潭"'),
        ("- {note: 甲,乙,  丙}", 10, "甲,乙, 丙", 'note: "甲,乙, 丙"'),
        ("- {printed: 7,300个, url: u}", 13, "7,300个", 'printed: "7,300个"'),
        ('- {note: 甲 "乙", 丙}', 10, '甲 "乙", 丙', "note: '甲 \"乙\", 丙'"),
        ('- {note: "甲", 乙}', 10, '"甲", 乙', "note: '\"甲\", 乙'"),
        ("- {note: “自报”数, 未核}", 10, "“自报”数, 未核", 'note: "“自报”数, 未核"'),
    ],
)
def test_a_text_with_a_comma(text: str, column: int, meant: str, said: str) -> None:
    """Is one text, told once, with the quotes that it needs."""
    values, told = read(f"{text}\n")
    assert isinstance(values, list)
    assert next(iter(values[0].values())) == meant
    assert told == [("yaml-syntax", 1, column, "parted", said)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("- {id: a, value: 7,300}", "7,300"),
        ("- {id: a, value: 1,234,567, source: s}", "1,234,567"),
        ("- {id: a, source: s, t}", "s, t"),
        ("- {id: a, date: Jun 30, 2024}", "Jun 30, 2024"),
    ],
)
def test_a_value_with_a_comma(text: str, why: str) -> None:
    """Of another kind than a text is told as it stands, and counts for nothing."""
    node, (finding,) = compose("readings/x.yaml", f"{text}\n")
    assert isinstance(node, Items)
    assert (finding.arguments["why"], finding.arguments["text"]) == ("parted-value", why)


@pytest.mark.parametrize(
    ("text", "column", "values", "said"),
    [
        ("- {id a, kind: k}", 4, {"id": "a", "kind": "k"}, "id: a"),
        ("- {id: a, value 7300}", 11, {"id": "a", "value": "7300"}, "value: 7300"),
        ("- {note: 甲, value 7300}", 13, {"note": "甲", "value": "7300"}, "value: 7300"),
    ],
)
def test_a_key_without_its_colon(text: str, column: int, values: dict[str, str], said: str) -> None:
    """Is told with its value, and read as the key that it is."""
    assert read(f"{text}\n") == ([values], [("yaml-syntax", 1, column, "key", said)])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("- {note: half the total, area included}", {"note": "half the total, area included"}),
        ("- {value: 1, note: 甲, value 2}", {"value": "1", "note": "甲, value 2"}),
    ],
)
def test_a_word_of_a_text_that_is_a_key_by_chance(text: str, values: dict[str, str]) -> None:
    """Stays in the text: its value looks like none, or the key is there already."""
    assert read(f"{text}\n")[0] == [values]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("- {a}", {"a": None}),
        ("- {id, b}", {"id": None, "b": None}),
        ("- {id: x, note}", {"id": "x", "note": None}),
        ("- {id: x, note: }", {"id": "x", "note": None}),
        ("- {leads: [甲], 乙}", {"leads": ["甲"], "乙": None}),
        ("- {id: x, }", {"id": "x"}),
    ],
)
def test_what_is_no_part_of_a_value(text: str, values: dict[str, object]) -> None:
    """Is left for others to tell."""
    assert read(f"{text}\n") == ([values], [])


def test_a_key_of_another_word_with_a_full_width_colon() -> None:
    """Is a key, and no part of the value before it."""
    node, findings = compose("readings/x.yaml", "- {source: s, 备注：初步：全省}\n")
    assert node is not None
    assert plain(node) == [{"source": "s", "备注": "初步：全省"}]
    assert [(one.code, one.place.column) for one in findings] == [("sign-fullwidth", 17)]


RECORD = "- id: a\n  kind: k\n  note: n\n"


@pytest.mark.parametrize("blanks", [0, 2])
def test_a_record_without_its_dash(blanks: int) -> None:
    """Is a record, and one finding says so at its first key."""
    text = f"{RECORD}{' ' * blanks}id: b\n  kind: l\n{RECORD}"
    values, told = read(text)
    first, last = {"id": "a", "kind": "k", "note": "n"}, {"id": "a", "kind": "k", "note": "n"}
    assert values == [first, {"id": "b", "kind": "l"}, last]
    assert told == [("yaml-syntax", 4, blanks + 1, "dash", "")]


def test_a_key_that_only_stands_twice() -> None:
    """Is no record: nothing of another follows it."""
    node, findings = compose("sources.yaml", "- id: a\n  id: b\n  kind: k\n")
    assert node is not None
    values, told = plain(node), [one.code for one in findings]
    assert (values, told) == ([{"id": "a", "kind": "k"}], ["key-duplicated"])


LOST_LINE = """\
- id: a
  name: x
  kind: k
  name: y
  kind: l
- id: c
"""


def test_a_record_whose_first_line_is_lost_is_told_once() -> None:
    """Its keys are its own: none of them is told as standing twice, and none is deleted."""
    node, findings = compose("sources.yaml", LOST_LINE)
    assert isinstance(node, Items)
    values = [{key.text: value.text for key, value in item.entries} for item in node.items]  # type: ignore[union-attr]  # all are mappings of words
    assert values == [
        {"id": "a", "name": "x", "kind": "k"},
        {"id": HOLE, "name": "y", "kind": "l"},
        {"id": "c"},
    ]
    assert [(one.place.line, one.place.column, dict(one.arguments)) for one in findings] == [
        (4, 3, {"why": "headless", "text": "id"})
    ]


def test_one_key_that_stands_twice_is_no_other_record() -> None:
    """A value that was written beside the old one is told as such."""
    _, findings = compose("sources.yaml", "- id: a\n  name: x\n  kind: k\n  name: y\n")
    assert [one.code for one in findings] == ["key-duplicated"]


@pytest.mark.parametrize("text", ["- {2021-06-30, 1, s}\n", "- {甲, A}\n"])
def test_values_without_keys_are_told_once(text: str) -> None:
    """Nobody knows what the record says; where a list of words is meant, they are for others."""
    node, (found,) = compose("readings/x.yaml", text)
    assert node is not None
    assert plain(node) == [{HOLE: HOLE}]
    assert dict(found.arguments) == {"why": "keyless", "text": "{key: value, …}"}
    assert (found.place.column, found.place.end_column) == (4, len(text) - 1)
    assert compose("readings/x.yaml", "- leads: {甲, 乙}\n")[1] == ()


@pytest.mark.parametrize(
    ("sign", "typed"),
    [
        ("=", "- {date: 2021-06-30, value: 1, source: s1}"),
        ("＝", "- {date: 2021-06-30, value: 1, source: s1}"),
        (" ", "value: 1, source: s1"),
    ],
)
def test_one_slip_after_each_key_is_told_once(sign: str, typed: str) -> None:
    """At the first of them, with all that is to be typed."""
    text = "- {date: 2021-06-30, value: 1, source: s1}\n"
    wrong = text.replace("value: ", f"value{sign}").replace("source: ", f"source{sign}")
    node, (found,) = compose("readings/x.yaml", wrong)
    sound, _ = compose("readings/x.yaml", text)
    assert node is not None
    assert sound is not None
    assert plain(node) == plain(sound)
    assert found.arguments["text"] == typed


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_other_language_without_its_colon(language: str) -> None:
    """Is no part of the text in the first, though any text may stand there."""
    text = "- {note: {zh: 初步, en: a first count}}\n"
    node, (found,) = compose("readings/x.yaml", text.replace(f"{language}: ", f"{language} "))
    said = {"zh": "zh: 初步", "en": "en: a first count"}[language]
    assert node is not None
    assert plain(node) == [{"note": {"zh": "初步", "en": "a first count"}}]
    assert dict(found.arguments) == {"why": "key", "text": said}
