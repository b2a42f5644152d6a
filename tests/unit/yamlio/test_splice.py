"""Changing a file by the lines that are meant: every other byte stays as it was."""

from datetime import date
from decimal import Decimal

import pytest

from fjdex.plan.readings import Reading
from fjdex.yamlio.brackets import Unsplicable
from fjdex.yamlio.nodes import Items
from fjdex.yamlio.splice import (
    append_item,
    insert_reading,
    insert_readings,
    remove_item,
    replace_item,
    replace_items,
)
from fjdex.yamlio.tree import compose
from fjdex.yamlio.typed import plain

NEW = Reading(date=date(2021, 6, 30), value=Decimal(5), source="s")
FLOW = "{date: 2021-06-30, value: 5, source: s}"
LINE = f"- {FLOW}"
EARLY = "- {date: 2021-03-31, value: 1, source: s}"
SAME = "- {date: 2021-06-30, value: 4, source: p}"
LATE = "- {date: 2021-09-30, value: 9, source: s}"

# A file before, with `@` in the place in which the new line goes in.
SHAPES = {
    "one line a reading": f"{EARLY}\n@\n{LATE}\n",
    "first of all": f"# 注\n\n@\n{LATE}\n",
    "first of all, above the comment of the next": f"# 头\n\n@\n# 注\n# 注\n{LATE}\n",
    "first of all, below the file's own comments": f"# 头\n# 头\n@\n{LATE}\n",
    "last of all": f"{EARLY}\n@\n",
    "after the same day": f"{EARLY}\n{SAME}\n@\n{LATE}\n",
    "after the last that is not later, out of order": f"{LATE}\n{EARLY}\n@\n{LATE}\n",
    "CRLF": f"# 注\r\n{EARLY}\r\n@\r\n{LATE}\r\n",
    "CRLF at the end": f"{EARLY}\r\n@\r\n",
    "no newline at the end": f"{EARLY}\n@\n{LATE}",
    "no newline at the end, last": f"{EARLY}\n@",
    "CRLF, no newline at the end, last": f"# 注\r\n{EARLY}\r\n@",
    "comment above": f"# 头\n{EARLY}\n@\n# 此条待核\n{LATE}\n",
    "comment beside": f"{EARLY} # 旁\n@\n{LATE}   # 旁\n",
    "comment below": f"{EARLY}\n@\n# 尾\n",
    "comment below without newline": f"{EARLY}\n@\n# 尾",
    "comment deeper": f"{EARLY}\n      # 深\n@\n{LATE}\n",
    "comments deeper and not": f"{EARLY}\n  # 深\n  # 深\n@\n# 浅\n  # 深\n{LATE}\n",
    "blank lines at the end": f"{EARLY}\n@\n\n\n",
    "blank lines between": f"{EARLY}\n@\n\n\n{LATE}\n",
    "a line of white space": f"{EARLY}\n@\n   \n{LATE}\n",
    "trailing spaces": f"{EARLY}   \n@\n{LATE}  \n",
    "start of document": f"---\n{EARLY}\n@\n{LATE}\n",
    "end of document": f"---\n{EARLY}\n@\n...\n",
    "end of document without newline": f"{EARLY}\n@\n...",
    "indented list": "  - {date: 2021-03-31, value: 1}\n  @\n  - {date: 2021-09-30, value: 9}\n",
    "indented list, first": "    @\n    - {date: 2021-09-30, value: 9}\n",
    "spaces after the dash": f"-   {EARLY[2:]}\n@\n-  {LATE[2:]}\n",
    "spaces in braces": "- { date: 2021-03-31 ,value:   1 }\n@\n- {date: 2021-09-30, value: 9,}\n",
    "other order of keys": f"- {{value: 1, source: s, date: 2021-03-31}}\n@\n{LATE}\n",
    "quoted keys and values": f"- {{\"date\": '2021-03-31', 'value': \"1\"}}\n@\n{LATE}\n",
    "in braces over lines": "- {date: 2021-03-31,\n   value: 1}\n@\n- {\n  date: 2021-09-30\n  }\n",
    "comment within braces": f"- {{date: 2021-03-31, # 日\n   value: 1}}\n@\n{LATE}\n",
    "block": "- date: 2021-03-31\n  value: 1\n@\n- date: 2021-09-30\n  value: 9\n",
    "block, CRLF": "- date: 2021-03-31\r\n  value: 1\r\n@\r\n- date: 2021-09-30\r\n  value: 9\r\n",
    "block, comments within": f"- date: 2021-03-31 # 日\n  # 值\n  value: 1 # 值\n@\n\n{LATE}\n",
    "block, no newline at the end": "- date: 2021-03-31\n  value: 1\n@",
    "block, a list in a map": f"- date: 2021-03-31\n  note:\n    zh: 甲\n    en: a\n@\n{LATE}\n",
    "block, a key without value": f"- date: 2021-03-31\n  note:\n@\n\n{LATE}\n",
    "literal text": f"- date: 2021-03-31\n  note: |\n    甲\n     乙\n@\n{LATE}\n",
    "literal text, indented list": "  - date: 2021-03-31\n    note: |\n      甲\n  @\n  # 注\n",
    "literal text at the end": "- date: 2021-03-31\n  note: |\n    甲\n@\n",
    "literal text, no newline": "- date: 2021-03-31\n  note: |\n    甲\n@",
    "folded text, then more": "- date: 2021-03-31\n  note: >-\n    甲\n\n    乙\n  value: 1\n@\n",
    "quoted text over lines": f'- date: 2021-03-31\n  note: "甲\n    乙" # 旁\n@\n{LATE}\n',
    "plain text over lines": f"- date: 2021-03-31\n  note: 甲\n    乙\n@\n{LATE}\n",
    "value on the next line": f"- date:\n    2021-03-31\n  value:\n    1\n@\n{LATE}\n",
    "dash on its own line": "-\n  date: 2021-03-31\n  value: 1\n@\n-\n  date: 2021-09-30\n",
    "dash on its own line, below": f"{EARLY}\n@\n-\n  date: 2021-09-30\n",
    "dash with a comment": f"- # 注\n  date: 2021-03-31\n@\n{LATE}\n",
    "wide signs": f"- {{date: 2021-03-31, note: 😀甲　乙}}\n@\n{LATE}\n",
    "an item that is nothing": f"-\n{EARLY}\n@\n",
    "an empty file": "@\n",
    "comments alone": "# 注\n\n@\n",
    "comments alone, CRLF": "# 注\r\n# 注\r\n@\r\n",
    "comments alone, no newline": "# 注\n@",
    "comments alone, CRLF, no newline": "# 注\r\n# 注\r\n@",
    "comments alone, indented": "  # 注\n@\n",
    "start of document alone": "---\n@\n",
    "start of document and comments": "---\n# 注\n@\n",
}
shapes = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)


def without(shape: str) -> str:
    """Answer a shape without its new line; a file that ends with it ends with the line above."""
    lines = shape.split("\n")
    at = next(at for at, line in enumerate(lines) if line.strip() == "@")
    if at == len(lines) - 1 and at:
        lines[at - 1] = lines[at - 1].removesuffix("\r")
    return "\n".join(lines[:at] + lines[at + 1 :])


def index_of(text: str, line: int) -> int:
    """Answer which of a list's records begins on a line."""
    tree = compose("", text)[0]
    assert isinstance(tree, Items)
    return [one.place.line for one in tree.items].index(line)


def number_of(shape: str) -> int:
    """Answer which of a list's records the new one is."""
    return index_of(shape.replace("@", LINE), shape[: shape.index("@")].count("\n") + 1)


@shapes
def test_a_reading_goes_in_on_a_line_of_its_own(shape: str) -> None:
    """After all that are not later; nothing else is touched."""
    assert insert_reading(without(shape), NEW) == shape.replace("@", LINE)


@shapes
def test_what_went_in_comes_out_without_a_trace(shape: str) -> None:
    """Recorded and withdrawn: the file is what it was, to the byte."""
    assert remove_item(shape.replace("@", LINE), number_of(shape)) == without(shape)


@shapes
def test_a_reading_is_replaced_where_it_stands(shape: str) -> None:
    """Only its own line is another one."""
    other = "{date: 2021-06-30, value: 5.5, source: s, note: 更正}"
    written = replace_item(shape.replace("@", LINE), number_of(shape), other)
    assert written == shape.replace("@", f"- {other}")


@pytest.mark.parametrize("empty", ["[]", "[ ]"])
@pytest.mark.parametrize("frame", ["@", "@\n", "@\r\n", "# 注\n@\n", "---\n@\n\n", "# 注\r\n@"])
def test_the_first_record_takes_the_place_of_an_empty_list(frame: str, empty: str) -> None:
    """The line that said that there is nothing is the one that changes."""
    assert append_item(frame.replace("@", empty), [FLOW]) == frame.replace("@", LINE)


# Lists in brackets, with `@` in the place of the new record and what separates it.
BRACKETS = {
    "empty": ("[@]\n", FLOW),
    "empty with a space": ("# 注\n[ @]\n", FLOW),
    "empty over lines": ("[\n@]\n", FLOW),
    "empty, comment beside": ("[@] # 无\n", FLOW),
    "empty, on the line that starts a document": ("--- [@]\n", FLOW),
    "after the only one": ("[{date: 2021-03-31}@]\n", f", {FLOW}"),
    "before the only one": ("[@{date: 2021-09-30}]", f"{FLOW}, "),
    "between": ("[{date: 2021-03-31} ,  @{date: 2021-09-30}]\n", f"{FLOW} ,  "),
    "over lines": (
        "[\r\n  {date: 2021-03-31},\r\n  {date: 2021-03-31}@,\r\n  {date: 2021-09-30},\r\n]\r\n",
        f",\r\n  {FLOW}",
    ),
    "over lines, last": (
        "[\n  {date: 2021-03-31},\n  {date: 2021-03-31, note: a#b}@,\n]\n",
        f",\n  {FLOW}",
    ),
}
brackets = pytest.mark.parametrize(("shape", "new"), BRACKETS.values(), ids=BRACKETS)


@brackets
def test_in_a_list_in_brackets_a_reading_goes_between_the_others(shape: str, new: str) -> None:
    """Separated as the others are, and taken out again without a trace."""
    text = shape.replace("@", "")
    written = insert_reading(text, NEW)
    tree = compose("", written)[0]
    assert isinstance(tree, Items)
    days = [plain(one) for one in tree.items]
    number = days.index({"date": "2021-06-30", "value": "5", "source": "s"})
    assert sorted(written) == sorted(text + new)
    assert (written == shape.replace("@", new), remove_item(written, number)) == (True, text)


@pytest.mark.parametrize(
    "text",
    [
        "[\n  {date: 2021-03-31}, # 注\n  {date: 2021-09-30},\n]\n",
        "[\n  {date: 2021-03-31} # 注\n]\n",
    ],
)
def test_a_comment_between_records_in_brackets_is_never_parted(text: str) -> None:
    """Whose it is cannot be known, so the change is refused."""
    with pytest.raises(Unsplicable):
        insert_reading(text, NEW)


def test_a_comment_between_records_in_brackets_is_never_lost() -> None:
    """Neither neighbour can be taken out with it."""
    for index in range(2):
        with pytest.raises(Unsplicable):
            remove_item("[\n  {date: 2021-03-31}, # 注\n  {date: 2021-09-30},\n]\n", index)


def test_a_comment_within_a_record_is_never_lost() -> None:
    """A record that is to be written anew in one line has no place for it."""
    for text in (
        "- date: 2021-03-31 # 注\n  value: 1\n",
        "- {date: 2021-03-31, # 注\n   value: 1}\n",
    ):
        with pytest.raises(Unsplicable):
            replace_item(text, 0, FLOW)


# A reading marked by `«»`, replaced or removed; what stands beside it on its line stays or goes.
ITEMS = {
    "in braces": (f"{EARLY}\n«{SAME}»\n{LATE}\n", ""),
    "comment beside": (f"{EARLY}\n«{SAME}» # 旁\n{LATE}\n", " # 旁"),
    "over lines": (f"{EARLY}\n«- {{date: 2021-06-30,\n   value: 1}}» # 旁\n{LATE}\n", " # 旁"),
    "block": (f"{EARLY}\n«- date: 2021-06-30\n  value: 1»\n{LATE}\n", ""),
    "block, last": (f"{EARLY}\n«- date: 2021-06-30\n  value: 1»\n", ""),
    "literal at the end": (
        f"{EARLY}\n«- date: 2021-06-30\n  note: |\n    甲\n    乙»\n{LATE}\n",
        "",
    ),
    "literal, last": (f"{EARLY}\n«- date: 2021-06-30\n  note: |\n    甲»\n", ""),
    "literal between": (f"«- date: 2021-06-30\n  note: >\n    甲\n  value: 1»\n{LATE}\n", ""),
    "literal, indented list": (
        "  «- date: 2021-06-30\n    note: |\n      甲»\n  - {date: 2021-09-30}\n",
        "",
    ),
    "literal, indented list, last": ("  «- date: 2021-06-30\n    note: >\n      甲»\n# 尾\n", ""),
    "literal, comment below": (f"«- date: 2021-06-30\n  note: |\n    甲»\n# 尾\n{LATE}\n", ""),
    "literal, blank lines below": (f"«- date: 2021-06-30\n  note: |\n    甲»\n\n\n{LATE}\n", ""),
    "quoted over lines": (f"«- date: 2021-06-30\n  note: '甲\n    乙'» # 旁\n{LATE}\n", " # 旁"),
    "a key without value": (f"«- date: 2021-06-30\n  note:»\n\n# 注\n{LATE}\n", ""),
    "CRLF": (f"{EARLY}\r\n«- date: 2021-06-30\r\n  value: 1»\r\n{LATE}\r\n", ""),
    "indented": ("  «- {date: 2021-06-30}»\n  - {date: 2021-09-30}\n", ""),
}
items = pytest.mark.parametrize(("text", "beside"), ITEMS.values(), ids=ITEMS)


def marked(text: str) -> tuple[str, int]:
    """Answer the text without its marks, and which of its readings is the marked one."""
    bare = text.replace("«", "").replace("»", "")
    return bare, index_of(bare, text[: text.index("«")].count("\n") + 1)


@items
def test_a_reading_of_any_shape_is_replaced(text: str, beside: str) -> None:
    """By one line; a comment beside its end stays."""
    assert text.partition("»")[2].startswith(beside)
    before, after = text[: text.index("«")], text.partition("»")[2]
    assert replace_item(*marked(text), FLOW) == f"{before}{LINE}{after}"


@items
def test_a_reading_of_any_shape_is_removed(text: str, beside: str) -> None:
    """With its own lines and what stands beside it on them, and no other line."""
    before, after = text[: text.index("«")], text.partition("»")[2]
    kept = before[: before.rfind("\n") + 1]
    assert remove_item(*marked(text)) == kept + after.removeprefix(beside).lstrip("\r")[1:]


@pytest.mark.parametrize(
    "text", ["-\n  date: 2021-06-30\n  value: 1\n", "- # 注\n  date: 2021-06-30\n"]
)
def test_no_dash_is_left_behind(text: str) -> None:
    """A dash on a line of its own goes with its record."""
    assert remove_item(f"{text}{LATE}\n", 0) == f"{LATE}\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_only_reading_is_removed(newline: str) -> None:
    """Comments around it stay."""
    assert (
        remove_item(f"# 头{newline}{LINE}{newline}# 尾{newline}", 0)
        == f"# 头{newline}# 尾{newline}"
    )


def test_records_of_several_lines_are_appended() -> None:
    """In the margin and with the line ends of the list, before what follows it."""
    text = "# 头\r\n  - id: a\r\n    kind: publication # 旁\r\n# 尾\r\n"
    assert append_item(text, ["id: b", "kind: return"]) == (
        "# 头\r\n  - id: a\r\n    kind: publication # 旁\r\n"
        "  - id: b\r\n    kind: return\r\n# 尾\r\n"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_record_is_replaced_by_several_lines(end: str) -> None:
    """At its own margin, with the line ends of the file; the comment beside its end stays."""
    before = ["# 头", "  - {id: a, kind: return} # 旁", "  - id: b", "    kind: return", "# 尾", ""]
    after = [
        "# 头",
        "  - id: a",
        "    kind: reprint # 旁",
        "  - id: b",
        "    kind: return",
        "# 尾",
        "",
    ]
    assert replace_item(end.join(before), 0, "id: a", "kind: reprint") == end.join(after)


def test_several_lines_do_not_go_into_brackets() -> None:
    """Where a list stands in brackets a record takes one line."""
    with pytest.raises(Unsplicable):
        replace_item("[{id: a}]\n", 0, "id: a", "kind: reprint")


REFUSED = {
    "a word for nothing": "~\n",
    "a mapping": "a: 1\n",
    "a mapping in braces": "{}\n",
    "a word": "word\n",
    "not YAML": "- {\n",
    "a conflict": f"<<<<<<< HEAD\n{EARLY}\n=======\n>>>>>>> x\n",
    "a forbidden sign": "- {note: \x07}\n",
    "an anchor": "- &a {date: 2021-03-31}\n",
    "a key that stands twice": "- {date: 2021-03-31, date: 2021-03-31}\n",
    "two documents": f"{EARLY}\n---\n{EARLY}\n",
    "too deep": "[" * 40 + "]" * 40,
}
refused = pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)


@refused
def test_what_has_no_line_to_put_a_reading_on_is_refused(text: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(Unsplicable):
        insert_reading(text, NEW)
    with pytest.raises(Unsplicable):
        append_item(text, ["id: a"])


@pytest.mark.parametrize("text", ["[{id: a}]\n", "[\n]\n", "[] # 注\n", "--- []\n"])
def test_records_of_several_lines_do_not_go_into_brackets(text: str) -> None:
    """But for a line that says that there is nothing and no more."""
    with pytest.raises(Unsplicable):
        append_item(text, ["id: b"])


@refused
def test_what_has_no_line_of_a_reading_is_refused(text: str) -> None:
    """Neither replaced nor removed."""
    with pytest.raises(Unsplicable):
        replace_item(text, 0, FLOW)
    with pytest.raises(Unsplicable):
        remove_item(text, 0)


@pytest.mark.parametrize("text", ["", "[]\n", f"# 头\n{LATE}\n", f"[{FLOW}]\n"])
def test_several_readings_go_in_at_once(text: str) -> None:
    """Where each would go by itself, the oldest first, into a list in brackets too."""
    early = Reading(date=date(2021, 3, 31), value=Decimal(1), source="n")
    late = Reading(date=date(2021, 12, 31), value=Decimal(2), source="n")
    one_by_one = text
    for reading in (early, NEW, late):
        one_by_one = insert_reading(one_by_one, reading)

    assert insert_readings(text, (late, NEW, early)) == one_by_one
    assert insert_readings(text, ()) == text


def test_several_records_are_replaced_at_once() -> None:
    """Each in its own place, whatever length the others have; what stands beside them stays."""
    text = f"# 头\n{EARLY} # 旁\n- date: 2021-06-30\n  value: 4\n{LATE}\n"

    written = replace_items(text, {0: ["{a: 1}"], 1: ["a: 2", "b: 3"], 2: ["{a: 4}"]})

    assert written == "# 头\n- {a: 1} # 旁\n- a: 2\n  b: 3\n- {a: 4}\n"
    assert replace_items("[{a: 1}, {a: 2}]", {0: ["{b: 33}"], 1: ["{b: 4}"]}) == "[{b: 33}, {b: 4}]"
