"""Loading: never an exception, and every finding lies inside its text."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

import builders as b
from fjdex.load import Loaded, load
from fjdex.plan.findings import CODES
from fjdex.plan.records import LISTS
from fjdex.yamlio.scan import decode

GOOD = b.folder(
    b.target(b.goal(path="[{date: 2021-06-30, value: 1}]"), baseline=b.FROM_ZERO, outcomes="[o]"),
    b.outcome("o", tasks="[k]", parts="[{id: p, name: {zh: 甲, en: A}}]"),
    b.task("k"),
    header=b.HEADER.replace(
        "classes: []", "classes:\n  - {id: c, name: {zh: 甲, en: A}, ratings: [met]}"
    ),
    readings={
        "t": b.lines(
            "date: 2021-06-30, value: 1, note: {zh: 甲, en: A}",
            'date: 2021-09-30, value: 2, printed: "2, 3"',
        ),
        "o": b.lines("date: 2021-06-30, part: p, state: delivered, qualifier: by"),
    },
    sources=b.source("s", "2021-07-01"),
)
FILES = [*GOOD, *LISTS, "readings/x.yaml", "readings/.yaml", "odd", ""]
SCRAPS = ["- ", "{", "}", "[", "]", ": ", "&a ", "*a", "!t ", "<<: ", "? ", "|", ">", '"', "'", "#"]
SCRAPS += ["~", "\t", "\r", "\0", "\u2028", "\ufeff", "😀", "---\n", "...\n", "%YAML 1.1\n", "null"]
SCRAPS += [
    "<<<<<<< a\n",
    "=======\n",
    "line: 1",
    "\\",
    "\n",
    "  ",
    "2022-13-01",
    "１",
    "@",
    "`",
    "\x85",
]


def assert_inside(texts: Mapping[str, str], loaded: Loaded) -> None:
    """Hold every finding to a code that exists and a place that its file has."""
    for one in loaded.findings:
        lines = texts.get(one.place.file, "").split("\n")
        place = one.place
        assert one.code in CODES
        assert 1 <= place.line <= place.end_line <= len(lines), one
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1, one
        assert 1 <= place.end_column <= len(lines[place.end_line - 1]) + 2, one
        assert (place.line, place.column) <= (place.end_line, place.end_column), one


@given(
    st.dictionaries(
        st.sampled_from(FILES) | st.text(max_size=10),
        st.text(max_size=40) | st.lists(st.sampled_from(SCRAPS), max_size=12).map("".join),
        max_size=5,
    )
)
def test_any_texts_are_answered(texts: dict[str, str]) -> None:
    """Whatever the files are called and hold."""
    assert_inside(texts, load(texts))


@st.composite
def mutilated(draw: st.DrawFn) -> dict[str, str]:
    """Take a good folder and delete, double, swap, cut or splice some of its lines."""
    texts = dict(GOOD)
    for _ in range(draw(st.integers(1, 4))):
        file = draw(st.sampled_from(sorted(texts)))
        lines = texts[file].split("\n")
        at = draw(st.integers(0, len(lines) - 1))
        column = draw(st.integers(0, len(lines[at])))
        scrap = draw(st.sampled_from(SCRAPS))
        other = draw(st.sampled_from(sorted(texts)))
        foreign = texts[other].split("\n")
        texts[file] = "\n".join(
            draw(
                st.sampled_from(
                    [
                        lines[:at] + lines[at + 1 :],
                        lines[: at + 1] + lines[at:],
                        lines[:at] + foreign[:2] + lines[at:],
                        [*lines[:at], lines[at][:column], *lines[at + 1 :]],
                        [
                            *lines[:at],
                            lines[at][:column] + scrap + lines[at][column:],
                            *lines[at + 1 :],
                        ],
                        [
                            *lines[:at],
                            lines[at][:column] + lines[at][column + 1 :],
                            *lines[at + 1 :],
                        ],
                    ]
                )
            )
        )
    return texts


@given(mutilated())
@settings(max_examples=200)
def test_a_mutilated_folder_is_answered(texts: dict[str, str]) -> None:
    """Lines lost, doubled, mixed up or cut: findings, each inside its file."""
    assert_inside(texts, load(texts))


@given(mutilated())
def test_a_folder_without_findings_is_a_plan(texts: dict[str, str]) -> None:
    """Where nothing is wrong there is a plan."""
    loaded = load(texts)
    assert not (loaded.sound and loaded.plan is None)


@given(st.binary(max_size=60), st.sampled_from(["utf-8", "gbk", "utf-16", "utf-16-le"]), st.text())
def test_any_bytes_are_answered(data: bytes, encoding: str, text: str) -> None:
    """A text or one finding, whatever a file was written in."""
    for given_bytes in (data, data + text.encode(encoding, "replace")):
        found = decode("odd", given_bytes)
        if not isinstance(found, str):
            place = found.place
            assert place.line <= given_bytes.count(b"\n") + 1
            assert (found.code, place.column) >= ("file-not-utf8", 1)
