"""A text becomes a tree in which everything knows its place, or a finding says where it fails."""

import pytest

from fjdex.plan.findings import Place
from fjdex.yamlio import builder as module
from fjdex.yamlio.nodes import Entries, Items, Node, Scalar, find
from fjdex.yamlio.tree import compose
from fjdex.yamlio.typed import plain


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
        ("- id: a\n\tb c\n", "tab"),
        ("- id: a: b\n", "colon"),
        ("- {id: a, name: b\n", "brace"),
        ("- [a, b\n", "bracket"),
        ("- 'a\n", "quote"),
        ('- "a\n', "quote"),
        ('- "a\\qb"\n', "quote"),
        ("- a\n- b\n c: d\n", "colon"),
        ("a:\n  - b\n c: d\n", "indent"),
        ("a: 1\nb\n", "colonless"),
        ("- @a\n", "foreign"),
        ("- `a\n", "foreign"),
        ("- %a\n", "foreign"),
        ("- * a\n", "foreign"),
        ("- & a\n", "foreign"),
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
    assert (found.place.line, found.arguments["opened"]) == (2, "2")


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


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("- a\n" * 20, 8, 3), ("[" + "a," * 20 + "]", 1, 16), ("--- a\n" * 20, 4, 1)],
)
def test_a_file_of_too_many_words_is_read_no_further(
    monkeypatch: pytest.MonkeyPatch, text: str, line: int, column: int
) -> None:
    """Time and memory end at a limit, and the finding says how far was read."""
    monkeypatch.setattr(module, "MAX_EVENTS", 10)
    (found,) = (one for one in compose("f", text)[1] if one.code != "yaml-feature")
    assert (compose("f", text)[0], found.code, found.place.line, found.place.column) == (
        None,
        "file-too-large",
        line,
        column,
    )


def test_the_longest_file_that_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the limit a file is read whole: start and end, the list's own, and its words."""
    text = "- a\n" * 4
    monkeypatch.setattr(module, "MAX_EVENTS", 10)
    assert sound(text) == [("a", line, 3, 4) for line in range(1, 5)]
    monkeypatch.setattr(module, "MAX_EVENTS", 9)
    assert [one.code for one in compose("f", text)[1]] == ["file-too-large"]


@pytest.mark.parametrize(
    "text", ["- *a\n" * 9999, "- &a b\n" * 9999, "--- !t\n" * 9999, "? \n" * 9999]
)
def test_of_a_file_of_nothing_but_faults_so_many_are_told(text: str) -> None:
    """Two thousand, each at its place, and that there are more; what stands there is read."""
    node, findings = compose("f", text)
    (more,) = (one for one in findings if one.code == "file-too-large")
    assert (node is None, len(findings)) == (False, 2_001)
    assert more.arguments == {"limit": "2,000", "why": "faults"}


def test_a_bomb_of_aliases_is_never_walked() -> None:
    """Ten to the ninth words of nine lines: each alias is told, none is followed."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    told = wrong("\n".join(lines))
    features = [feature for _, _, _, feature in told]
    assert (features.count("anchor"), features.count("alias"), len(told)) == (9, 80, 89)


def test_a_bomb_of_merges_is_never_walked() -> None:
    """Merge keys and the aliases behind them are told and not followed."""
    lines = ["a0: &a0 {k: v}"]
    lines += [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 9)]
    features = [feature for _, _, _, feature in wrong("\n".join(lines))]
    assert sorted(set(features)) == ["alias", "anchor", "merge"]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: 1\nb: [1,\n", 3, 1),
        ('a: 1\nb: "x\n\n', 4, 1),
        ("a: 1\r\nb: {x\r\n", 2, 6),
        ("{", 1, 2),
    ],
)
def test_a_slip_at_the_end_lies_within_the_text(text: str, line: int, column: int) -> None:
    """Where the parser runs past the end, the place is the end, or of a brace that of its line."""
    assert [one[:3] for one in wrong(text)] == [("yaml-syntax", line, column)]


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system [x]", "!!binary aGk=", "!include x"]
)
def test_a_tag_is_told_and_means_nothing(tag: str) -> None:
    """Nothing is built, decoded, opened or called for it."""
    assert wrong(f"- {tag}\n") == [("yaml-feature", 1, 3, "tag")]


@pytest.mark.parametrize("directive", ["%YAML 1.1", "%YAML 1.2", "%TAG ! tag:x,2000:"])
def test_directives_are_told(directive: str) -> None:
    """A file says nothing about its reader."""
    assert [one[0] for one in wrong(f"{directive}\n---\n- a\n")] == ["yaml-feature"]


def test_what_is_told_of_a_key_shows_every_sign() -> None:
    """A key that an escape fills with what moves a terminal's cursor is named by its numbers."""
    (_, _, found) = compose("f", '{"\\e[2J": 1, "\\e[2J": 2}')[1]
    assert found.arguments["key"] == "<U+001B>[2J"


def test_beside_a_conflict_a_file_is_read_with_its_first_side() -> None:
    """Of the markers nothing is parsed, nor is the other side."""
    text = "- a\n<<<<<<< HEAD\n- b\n=======\n- c: [\n>>>>>>> x\n- d\n"
    node, findings = compose("f", text)
    assert [(one.code, one.place.line) for one in findings] == [("conflict-marker", 2)]
    assert outline(node) == [("a", 1, 3, 4), ("b", 3, 3, 4), ("d", 7, 3, 4)]


def test_an_invisible_sign_is_told_and_read_as_if_it_were_not_there() -> None:
    """What stands behind it keeps its column; what damages a value takes the value away."""
    node, findings = compose("f", "- a\u200bb: c\n- {k: 1\x002, l: m}\n")
    assert [(one.code, one.place.line, one.place.column) for one in findings] == [
        ("character-forbidden", 1, 4),
        ("character-forbidden", 2, 8),
    ]
    assert isinstance(node, Items)
    assert isinstance(node.items[1], Entries)
    assert outline(node.items[0]) == [(("ab", 1, 3, 6), ("c", 1, 8, 9))]
    assert [getattr(value, "lost", None) for _, value in node.items[1].entries] == [True, False]
    assert node.items[1].entries[1][1].place == Place("f", 2, 15, 2, 16)


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


@pytest.mark.parametrize("value", ["7300?", "属实? 待核", "是否x?y"])
def test_a_question_mark_in_braces_is_part_of_a_word(value: str) -> None:
    """YAML 1.2 allows it; that the C parser does not is nobody's slip."""
    node, findings = compose("readings/x.yaml", f"- {{note: {value}, value: 1}}\n")
    assert findings == ()
    assert node is not None
    assert plain(node) == [{"note": value, "value": "1"}]
