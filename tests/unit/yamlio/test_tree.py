"""A text becomes a tree in which everything knows its place, or a finding says where it fails."""

import pytest

from fjdex.plan.findings import Place
from fjdex.yamlio.tree import Entries, Items, Node, Scalar, compose, find


def outline(node: Node | None) -> object:
    """Answer a tree as lists of pairs, each scalar with its line and columns."""
    if isinstance(node, Scalar):
        return (node.value, node.place.line, node.place.column, node.place.end_column)
    if isinstance(node, Items):
        return [outline(one) for one in node.items]
    assert isinstance(node, Entries)
    return [(outline(key), outline(value)) for key, value in node.entries]


def sound(text: str) -> object:
    """Answer the outline of a text with which nothing is wrong."""
    node, findings = compose("f", text)
    assert findings == ()
    return outline(node)


def wrong(text: str) -> list[tuple[str, int, int, str]]:
    """Answer code, line, column and kind of everything wrong with a text."""
    keys = ("feature", "why", "key", "sign", "limit")
    return [
        (
            one.code,
            one.place.line,
            one.place.column,
            next((one.arguments[key] for key in keys if key in one.arguments), ""),
        )
        for one in compose("f", text)[1]
    ]


def test_places_count_characters_from_one() -> None:
    """Wide characters and those beyond the first plane count as one."""
    assert sound("# 注\n- {指标😀: 值, b: 2}\n") == [
        [
            (("指标😀", 2, 4, 7), ("值", 2, 9, 10)),
            (("b", 2, 12, 13), ("2", 2, 15, 16)),
        ]
    ]


def test_crlf_does_not_move_places() -> None:
    """The carriage return belongs to no word."""
    unix = "- id: 甲\n  due: {text: x}\n- id: 乙\n"
    assert sound(unix.replace("\n", "\r\n")) == sound(unix)


@pytest.mark.parametrize(
    "word", ["007", "2025-13-30", "no", "1e3", "0x10", "1_000", "+5", "12:30", ".5", "yes"]
)
def test_words_stay_as_written(word: str) -> None:
    """What a scalar means is not for the tree to say."""
    assert sound(word) == (word, 1, 1, len(word) + 1)


@pytest.mark.parametrize("word", ["~", "null", "Null", "NULL"])
def test_words_for_nothing(word: str) -> None:
    """Plain, they say that there is nothing; quoted, they are texts."""
    plain, quoted = compose("f", word)[0], compose("f", f'"{word}"')[0]
    assert isinstance(plain, Scalar)
    assert isinstance(quoted, Scalar)
    assert (plain.value, quoted.value) == (None, word)


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "\n\n# 注\n  # x\n"])
def test_an_empty_file_has_no_tree(text: str) -> None:
    """Comments alone are nothing, and nothing is wrong with them."""
    assert compose("f", text) == (None, ())


@pytest.mark.parametrize(
    ("text", "line", "column", "feature"),
    [
        ("- &a x\n- y\n", 1, 3, "anchor"),
        ("- x\n- *a\n", 2, 3, "alias"),
        ("- !!str x\n", 1, 3, "tag"),
        ("- ! x\n", 1, 3, "tag"),
        ("- !local {a: 1}\n", 1, 3, "tag"),
        ("- &a [1]\n", 1, 3, "anchor"),
        ("a: 1\n<<: {b: 2}\n", 2, 1, "merge"),
        ("- {a: 1, <<: {b: 2}}\n", 1, 10, "merge"),
        ("? [a, b]\n: 1\n", 1, 3, "key"),
        ("- {? {a: 1} : 2}\n", 1, 6, "key"),
        ("a: 1\n---\nb: 2\n", 2, 1, "document"),
    ],
)
def test_forbidden_features_are_told_at_their_place(
    text: str, line: int, column: int, feature: str
) -> None:
    """Anchors, aliases, tags, merge keys, keys that are no words, further documents."""
    assert wrong(text) == [("yaml-feature", line, column, feature)]


def test_every_forbidden_feature_is_told_at_once() -> None:
    """One does not hide the next, and the rest of the tree is there."""
    text = "- &a {x: 1, x: 2}\n- *a\n- !t y\n"
    assert wrong(text) == [
        ("yaml-feature", 1, 3, "anchor"),
        ("key-duplicated", 1, 13, "x"),
        ("yaml-feature", 2, 3, "alias"),
        ("yaml-feature", 3, 3, "tag"),
    ]


def test_a_quoted_double_angle_is_a_key_like_any_other() -> None:
    """Only the plain sign merges."""
    assert sound('"<<": 1\n') == [(("<<", 1, 1, 5), ("1", 1, 7, 8))]


def test_duplicate_keys_name_the_first() -> None:
    """The second is told at its place, the first one's value is kept."""
    node, findings = compose("f", 'a: 1\nb: 2\n"a": 3\n')
    told = [(one.code, one.place, dict(one.arguments)) for one in findings]
    assert (outline(node), told) == (
        [(("a", 1, 1, 2), ("1", 1, 4, 5)), (("b", 2, 1, 2), ("2", 2, 4, 5))],
        [("key-duplicated", Place("f", 3, 1, 3, 4), {"key": "a", "first": "1"})],
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("- id: a\n\tname: b\n", "tab"),
        ("- id: a: b\n", "colon"),
        ("- {id: a, name: b\n", "brace"),
        ("- [a, b\n", "bracket"),
        ("- 'a\n", "quote"),
        ('- "a\n', "quote"),
        ('- "a\\qb"\n', "quote"),
        ("- a\n- b\n c: d\n", "colon"),
        ("a:\n  - b\n c: d\n", "indent"),
        ("a: 1\nb\n", "key"),
        ("- @a\n", "sign"),
        ("- `a\n", "sign"),
        ("- %a\n", "sign"),
        ("- * a\n", "sign"),
        ("- & a\n", "sign"),
    ],
)
def test_the_usual_slips_are_recognised(text: str, why: str) -> None:
    """One finding, within the text, that names the slip."""
    node, findings = compose("f", text)
    assert (node, [(one.code, one.arguments["why"]) for one in findings]) == (
        None,
        [("yaml-syntax", why)],
    )


def test_a_slip_is_told_with_what_it_belongs_to() -> None:
    """Of a brace that is never closed, the line on which it was opened."""
    (found,) = compose("f", "- {a: 1}\n- {b: 2\n- {c: 3}\n")[1]
    assert (found.place.line, found.arguments["opened"]) == (3, "2")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_a_file_too_deep_is_refused_and_not_walked(opening: str) -> None:
    """A hundred thousand brackets crash nobody."""
    assert wrong(opening * 100_000) == [("file-too-deep", 1, 1, "32")]


def test_the_deepest_file_that_is_read() -> None:
    """Thirty-two levels are read, thirty-three are not."""
    assert (wrong("[" * 32 + "]" * 32), wrong("[" * 33 + "]" * 33)) == (
        [],
        [("file-too-deep", 1, 1, "32")],
    )


def test_what_the_scan_refuses_is_not_parsed() -> None:
    """Of a conflict the marker alone is told."""
    assert wrong("- a: [\n<<<<<<< HEAD\n") == [("conflict-marker", 2, 1, "")]


@pytest.mark.parametrize(
    ("escape", "sign"), [("\\0", "U+0000"), ("\\u2028", "U+2028"), ("\\e", "U+001B")]
)
def test_an_escape_brings_in_nothing_forbidden(escape: str, sign: str) -> None:
    """What the file does not hold itself is told at the value that makes it."""
    assert wrong(f'- "a{escape}"\n') == [("character-forbidden", 1, 3, sign)]


TREE = compose("f", "- id: a\n  due: {text: x}\n  leads: [p, q]\n- id: b\n")[0]


@pytest.mark.parametrize(
    ("path", "key", "line", "column"),
    [
        ((), False, 1, 1),
        ((0,), False, 1, 3),
        ((0, "id"), False, 1, 7),
        ((0, "id"), True, 1, 3),
        ((0, "due", "text"), False, 2, 15),
        ((0, "due", "text"), True, 2, 9),
        ((0, "leads", 1), False, 3, 14),
        ((1, "id"), False, 4, 7),
        ((0, "due", "date"), False, 2, 8),
        ((1, "nothing", "below"), False, 4, 3),
        ((7, "id"), False, 1, 1),
    ],
)
def test_a_path_leads_to_its_place(
    *, path: tuple[str | int, ...], key: bool, line: int, column: int
) -> None:
    """To the value or its key; where the path breaks off, to the last thing that is there."""
    place = find(TREE, path, key=key)
    assert place is not None
    assert (place.line, place.column) == (line, column)


def test_nothing_has_no_place() -> None:
    """A file without a tree leads nowhere."""
    assert find(None, ("a",)) is None
