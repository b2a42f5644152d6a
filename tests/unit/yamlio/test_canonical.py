"""The canonical form of a file: the same values and comments, proved, or the file as it is."""

import pytest

from fjdex.yamlio.brackets import Unsplicable
from fjdex.yamlio.canonical import format_readings, format_records
from fjdex.yamlio.lines import read_lines

E = "{date: 2021-03-31, value: 1, source: s}"
L = "{date: 2021-09-30, value: 3, source: s}"
HEAD = "# 头\n# Head\n"


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("", ""),
        ("# 仅注释\n", "# 仅注释\n"),
        ("# 仅注释", "# 仅注释\n"),
        (f"- {E}\n- {L}\n", f"- {E}\n- {L}\n"),
        (f"[{E}, {L}]", f"- {E}\n- {L}\n"),
        (f"-   {E}\r\n\r\n\r\n-\r\n  {L}", f"- {E}\n\n- {L}\n"),
        ("- {value: '1', source: s, date: \"2021-03-31\"}\n", f"- {E}\n"),
        (f"- {E[:-1]}, qualifier: exact, status: final, comparability: same}}\n", f"- {E}\n"),
        (
            f"- {E[:-1]}, note: {{zh: 甲, en: 甲}}}}\n",
            f"- {E[:-1]}, note: 甲}}\n",
        ),
        (
            "- note:\n    en: a, b\n    zh: 甲\n  date: 2021-03-31\n  value: 1\n  source: s\n",
            f'- {E[:-1]}, note: {{zh: 甲, en: "a, b"}}}}\n',
        ),
        (f"---\n- {E}\n...\n", f"- {E}\n"),
        (f"\n\n- {E}\n\n\n", f"- {E}\n"),
        (f"{HEAD}- {E} # 旁\n# 尾\n\n", f"{HEAD}- {E} # 旁\n# 尾\n"),
        (f"- {E} # 旁\n         # 续旁\n- {L}\n", f"- {E} # 旁\n  # 续旁\n- {L}\n"),
    ],
)
def test_readings_take_a_line_each(text: str, then: str) -> None:
    """Keys in their order, defaults and words for nothing left out, quotes where needed."""
    assert (format_readings(text), format_readings(then)) == (then, then)


@pytest.mark.parametrize(
    ("text", "then"),
    [
        (f"- {L}\n- {E}\n", f"- {E}\n- {L}\n"),
        (f"\n- {L}\n- {E}\n", f"- {E}\n- {L}\n"),
        (f"# 九\n- {L}\n# 三\n- {E}\n", f"# 九\n# 三\n- {E}\n- {L}\n"),
        (f"{HEAD}\n# 九\n- {L}\n# 三\n- {E}\n", f"{HEAD}\n# 三\n- {E}\n# 九\n- {L}\n"),
        (f"- {L} # 九\n- {E} # 三\n# 尾\n", f"- {E} # 三\n- {L} # 九\n# 尾\n"),
        (
            f"# 头\n- date: 2021-09-30\n  value: 3 # 九\n  source: s\n- {E}\n",
            f"# 头\n- {E}\n# 九\n- {L}\n",
        ),
        (
            f"# 头\n- # 九\n  {L}\n- {E}\n",
            f"# 头\n- {E}\n# 九\n- {L}\n",
        ),
        (
            f"- {L}\n- date: 2021-03-31\n  value: 1 # 三\n  source: s\n",
            f"# 三\n- {E}\n- {L}\n",
        ),
    ],
)
def test_readings_stand_oldest_first(text: str, then: str) -> None:
    """Comments above, beside and within a reading go with it; what the file begins with stays."""
    assert (format_readings(text), format_readings(then)) == (then, then)


def test_readings_of_one_day_keep_their_order() -> None:
    """What is equally old stays as it was written."""
    other, more = L.replace("3,", "4,"), L.replace("3,", "5,")
    text = f"- {L}\n- {other}\n- {E}\n- {more}\n"

    assert format_readings(text) == f"- {E}\n- {L}\n- {other}\n- {more}\n"


@pytest.mark.parametrize(
    ("text", "then"),
    [
        (
            f"- date: 2021-03-31\n  value: 1\n  source: s\n  # 三\n- {L}\n",
            f"# 三\n- {E}\n- {L}\n",
        ),
        (
            f"- {L}\n- date: 2021-03-31\n  value: 1\n  source: s\n  # 三\n",
            f"# 三\n- {E}\n- {L}\n",
        ),
    ],
)
def test_a_comment_within_a_reading_stays_its_own(text: str, then: str) -> None:
    """A comment below a reading's last key, as deep as its keys, speaks of this reading."""
    assert format_readings(text) == then


@pytest.mark.parametrize(
    ("note", "then"),
    [
        ("|\n    one\n    two", r'"one\ntwo\n"'),
        ('"one\\ntwo"', r'"one\ntwo"'),
        ("|-\n    one", "one"),
        (">\n    one\n    two", r'"one two\n"'),
        ("one\n\n    two", r'"one\ntwo"'),
        ("|+\n    one\n\n", r'"one\n\n\n\n"'),
        ('"a\\tb"', r'"a\tb"'),
    ],
)
def test_a_text_of_several_lines_takes_one(note: str, then: str) -> None:
    """The breaks of a reading's text are written as signs, so that it takes a line as any other."""
    text = f"- date: 2021-03-31\n  value:   1\n  source: s\n  note: {note}\n\n- {L}\n"

    new = format_readings(text)

    assert new.replace("}\n\n-", "}\n-") == f"- {E[:-1]}, note: {then}}}\n- {L}\n"
    assert (format_readings(new), read_lines(new) is None) == (new, False)


@pytest.mark.parametrize(
    "text",
    [
        f"- {E}\n- &x {L}\n",
        f"- {E}\n---\n- {L}\n",
        "- {date: 2021-13-31, value: 1, source: s}\n",
        "- {date: 2021-03-31, value: 010, source: s}\n",
        f"- {E[:-1]}, note: ~}}\n",
        "- {date: 2021-03-31, valeu: 1, source: s}\n",
        f"- {E}\n- word\n",
        f"readings: [{E}]\n",
        "word\n",
        "{}\n",
        f"- {E[:-1]}\n",
        f"- {E}\n\t- {L}\n",
        "<<<<<<< a\n",
    ],
)
def test_what_is_not_understood_has_no_form(text: str) -> None:
    """A reading that is not understood is never written anew."""
    with pytest.raises(Unsplicable):
        format_readings(text)


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("", ""),
        ("[]", "[]\n"),
        ("[ ]\n", "[]\n"),
        ("[\n]\n", "[]\n"),
        ("# 头\n[] # 尾\n", "# 头\n# 尾\n[]\n"),
        ("~\n", "[]\n"),
        ("null # 无\n", "# 无\n[]\n"),
        ("[{id: a}, {id: b}]\n", "- {id: a}\n- {id: b}\n"),
        ("- id:   a\n  'k': \"v\"\r\n", "- id: a\n  k: v\n"),
        ("a: {b: 1,\n  c: [x,\n y]}\n", "a: {b: 1, c: [x, y]}\n"),
        ("---\na: 1\n...\n# 尾\n", "a: 1\n# 尾\n"),
        ("- {zh: 甲, note}\n", "- {zh: 甲, note: null}\n"),
        ("- id: a\n# 左\n  # 深\n- id: b\n", "- id: a\n# 左\n# 深\n- id: b\n"),
        ("- k: |+\n    one\n\n\n- k: b\n", "- k: |+\n    one\n\n\n- k: b\n"),
        ("- id: a # 旁\n# 左\n- id: b\n", "- id: a # 旁\n# 左\n- id: b\n"),
        ("a: 1\n\n\n\nb: 2\n\n", "a: 1\n\nb: 2\n"),
        ("a:\nb:   ~\n", "a:\nb: ~\n"),
        ("a: # x\nb: 1\n", "a: # x\nb: 1\n"),
    ],
)
def test_records_keep_their_order_and_style(text: str, then: str) -> None:
    """Block stays block, brackets stay brackets within a record, and nothing is sorted."""
    assert (format_records(text), format_records(then)) == (then, then)


@pytest.mark.parametrize(
    "text",
    [
        "a: &x 1\nb: *x\n",
        "a: !!str 1\n",
        "a: 1\na: 2\n",
        "%YAML 1.2\n---\na: 1\n",
        "a: 1\n---\nb: 2\n",
        "<<: {a: 1}\n",
        "? [a]\n: b\n",
        "a: [1\n",
        "a:\n\tb: 1\n",
        "a：1\nb: 2\n",
        ">>>>>>> a\n",
    ],
)
def test_records_that_are_not_understood_have_no_form(text: str) -> None:
    """What `check` finds fault with as YAML is for people to mend."""
    with pytest.raises(Unsplicable):
        format_records(text)


def test_a_long_file_is_formatted_in_a_moment() -> None:
    """Thousands of records and comments are no matter: the work grows with the lines."""
    records = "".join(f"# {n}\n-   id: s{n} # {n}\n" for n in range(5000))

    assert format_records(records) == records.replace("-   ", "- ")
