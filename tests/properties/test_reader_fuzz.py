"""The reader under texts that nobody would write: always an answer, at a place, the same twice."""

import json
import re
from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

import builders as b
from fjdex.bulletin.quarterly import bulletin
from fjdex.check.rules import check
from fjdex.load import Loaded, load
from fjdex.messages import Voice
from fjdex.plan.findings import CODES
from fjdex.plan.period import parse_period
from fjdex.plan.plan import Plan
from fjdex.render.bulletin import Words
from fjdex.render.escape import md
from fjdex.render.findings import FORMATS
from fjdex.render.markdown import bulletin_markdown
from fjdex.yamlio.lines import read_lines
from fjdex.yamlio.scan import scan
from stage import PLANS

INVENTED = {
    path.relative_to(PLANS["invented"]).as_posix(): path.read_bytes().decode()
    for path in sorted(PLANS["invented"].rglob("*.yaml"))
}
FILES = sorted(INVENTED)
TOKENS = ["- ", "-", "? ", ": ", ":", ", ", ",", "{", "}", "[", "]", "#", " #", "&a ", "*a ", "!t "]
TOKENS += [
    "!!str ",
    "<<: ",
    "|\n",
    ">-\n",
    '"',
    "'",
    "\\",
    "~",
    "null",
    "%YAML 1.1\n",
    "---",
    "...",
]
TOKENS += [
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "  ",
    "\n  ",
    "\u00a0",
    "\u3000",
    "\x85",
    "\u2028",
    "\ufeff",
]
TOKENS += [
    "\u200b",
    "\u200d",
    "\u202e",
    "\0",
    "\x1b[31m",
    r"\e",
    r"\0",
    r"\u202e",
    r"\ud800",
    "😀",
    "指",
]
TOKENS += [
    "date",
    "value",
    "source",
    "note",
    "id",
    "x",
    "0",
    "1e9",
    "-0.5",
    "2022-09-30",
    "2022-02-30",
]
TOKENS += [
    "：",
    "，",
    "｛",
    "｝",
    "“",
    "”",
    "－",
    "＃",
    "【",
    "、",
    "@",
    "`",
    "=======",
    "<<<<<<< x\n",
]
tokens = st.lists(st.sampled_from(TOKENS), max_size=20).map("".join)


def assert_answered(texts: Mapping[str, str], loaded: Loaded) -> None:
    """Hold every finding to a code that exists and a place that its file has."""
    for one in check(loaded):
        lines = texts.get(one.place.file, "").split("\n")
        place = one.place
        assert one.code in CODES, one
        assert 1 <= place.line <= place.end_line <= len(lines), one
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1, one
        assert 1 <= place.end_column <= len(lines[place.end_line - 1]) + 2, one
        assert (place.line, place.column) <= (place.end_line, place.end_column), one


@given(st.sampled_from(FILES), tokens)
@settings(max_examples=100)
def test_a_file_of_tokens_is_judged(file: str, text: str) -> None:
    """One file of the invented plan holds signs that YAML gives a meaning, in any order."""
    texts = {**INVENTED, file: text}

    assert_answered(texts, load(texts))


class Mutated(dict[str, str]):
    """A folder that is shown by what is not as in the invented plan."""

    def __repr__(self) -> str:
        other = {file: text for file, text in self.items() if text != INVENTED[file]}
        return repr({file: text[:200] for file, text in other.items()})


@st.composite
def mutations(draw: st.DrawFn) -> dict[str, str]:
    """Put tokens into a file of the invented plan, in the place of some of its signs."""
    file = draw(st.sampled_from(FILES))
    text = INVENTED[file]
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        width = draw(st.sampled_from([0, 0, 1, 2, 40]))
        text = text[:at] + draw(tokens) + text[at + width :]
    return Mutated({**INVENTED, file: text})


@given(mutations())
@settings(max_examples=100)
def test_a_mutation_of_a_plan_is_judged(texts: dict[str, str]) -> None:
    """Every finding lies in its file, and no fault of one file makes another's text unreadable."""
    assert_answered(texts, load(texts))


@given(mutations(), st.sampled_from(sorted(FORMATS)), st.sampled_from(["zh", "en"]))
@settings(max_examples=60)
def test_what_is_wrong_is_said(texts: dict[str, str], form: str, language: str) -> None:
    """Each finding has its sentence in every form and language."""
    voice = Voice("zh" if language == "zh" else "en")
    findings = check(load(texts))

    said = FORMATS[form](findings, texts, "data/", voice)

    assert said.count("\n") >= len(findings)


SWAPPED = [
    (":", "："),
    (",", "，"),
    ("{", "｛"),
    ("}", "｝"),
    ("[", "［"),
    ('"', "“"),
    ("- ", "－"),
]
PASTED = ["a\tb\tc", "garbage", "{", "]]", '"', "- ", "key value", "<<<<<<< x", "=======", "@"]
SOUND = check(load(INVENTED))
# What truly follows where a record is another, or is not there.
FOLLOWING = ("-unknown", "area-", "goal-sum", "section-total", "source-unused")
# What two figures may differ by stands in plan.yaml.
OF_HEADER = ("reading-contradicted",)


@st.composite
def damages(draw: st.DrawFn) -> tuple[str, int, str]:
    """Damage one line of a file of the invented plan: answer the file, the line, its new text."""
    file = draw(st.sampled_from(FILES))
    lines = INVENTED[file].split("\n")
    said = [at for at, line in enumerate(lines) if line.strip() and not line.startswith("#")]
    at = draw(st.sampled_from(said))
    line = lines[at]
    column = draw(st.integers(0, len(line) - 1))
    sign = draw(st.sampled_from("{}[]:,\"'#&*!|>%@`- \t\u200bx"))
    swapped, by = draw(st.sampled_from(SWAPPED))
    ways = [
        line[:column] + line[column + 1 :],
        line[:column] + sign + line[column:],
        line[:column] + sign + line[column + 1 :],
        line[:column],
        line.replace(swapped, by),
        "\t" + line.lstrip(),
        f"{draw(st.sampled_from(PASTED))}\n{line}",
    ]
    lines[at] = draw(st.sampled_from(ways))
    return file, at + 1, "\n".join(lines)


def _around(file: str, line: int) -> tuple[int, int]:
    """Answer the lines from the record above that of a line to the one below it."""
    starts = [
        at for at, one in enumerate(INVENTED[file].split("\n"), start=1) if one.startswith("- ")
    ]
    before = [at for at in starts if at <= line]
    after = [at for at in starts if at > line]
    return (before[-2:] or [1])[0], (after[1:2] or [10_000])[0]


@given(damages())
@settings(max_examples=100)
def test_damage_stays_where_it_was_done(damage: tuple[str, int, str]) -> None:
    """Of other records only that is told which names the damaged one, and nothing is hidden."""
    file, line, text = damage
    first, last = _around(file, line)
    moved = text.count("\n") - INVENTED[file].count("\n")

    found = check(load({**INVENTED, file: text}))

    elsewhere = {
        (one.code, one.place.file)
        for one in found
        if one.place.file != file or not first <= one.place.line <= last + moved
    }
    before = {(one.code, one.place.file) for one in SOUND}
    near = "\n".join(INVENTED[file].split("\n")[first - 1 : last])
    ids = re.findall(r"^- (?:\{)?id: ([\w-]+)", near, re.MULTILINE)
    own = {f"readings/{id_}.yaml" for id_ in ids}
    expected = {one for one in before if one[1] not in {file, *own}}
    following = (*FOLLOWING, *(OF_HEADER if file == "plan.yaml" else ()))
    followed = {one for one in elsewhere | before if any(word in one[0] for word in following)}
    assert elsewhere - before - followed == set()
    assert expected - elsewhere - followed == set()


# Readings that are nearly canonical: keys in any order, other spaces, signs that YAML may take
# for something else.
KEYS = ["date: 2022-09-30", "value: 7", "value: -0.5", "state: delivered", "qualifier: about"]
KEYS += [
    "printed: 7.1万个",
    'printed: "7, 1"',
    "note: a b",
    "note: {zh: 甲, en: a}",
    'note: "a\\tb"',
]
KEYS += ["source: s", "area: 东市", "period: 2022", "within: 2022Q3", "unit: 个", "status: final"]
KEYS += [
    "note: a\u00a0b",
    "note: a\u3000b",
    "note: \u3000a",
    "note: a\u00a0",
    "note: ~",
    "note: a\tb",
]
KEYS += [
    "printed: a\u2028b",
    "note: -a",
    "note: a-",
    "note: a:b",
    "note: a#b",
    "note: 'a'",
    "note: ==",
]
KEYS += [
    "note: NULL",
    "note: True",
    "note: <<",
    "note: 12:30",
    "note: a？b",
    "note: ...",
    "note: (a)",
]
KEYS += [
    "measure: {zh: 甲, en: a}",
    "comparability: near",
    "part: p",
    "note: a  b",
    "note: ？",
    "note: $",
]
KEYS += [
    "note: 😀",
    "note: a\u200db",
    "note: \u200da",
    "note: a/b",
    "note: ;",
    "note: ^_~",
    "note: a~",
]
GAPS = [", ", ", ", ", ", ",", ",  ", ",\t", ", \u00a0", ",\u3000"]
ENDS = [
    "\n",
    "\n",
    "\r\n",
    " \n",
    "\t\n",
    " # x\n",
    "#x\n",
    "\u3000\n",
    "\n\n",
    "\n# y\n",
    "\n \n",
    "\n\t\n",
]
ENDS += ["\n---\n", "\n...\n", "\r\n\r\n", "\n  # z\n", "\x85\n", "\u00a0\n", ""]
OPENINGS = [
    "- {",
    "- {",
    "- {",
    " - {",
    "-  {",
    "- { ",
    "-\t{",
    "\ufeff- {",
    "\u00a0- {",
    "# c\n- {",
]


@st.composite
def nearly(draw: st.DrawFn) -> str:
    """Write a line that may be canonical."""
    keys = draw(
        st.lists(st.sampled_from(KEYS), max_size=3, unique_by=lambda one: one.split(":")[0])
    )
    order = sorted(keys, key=_rank) if draw(st.booleans()) else keys
    if draw(st.integers(0, 3)):
        order = ["date: 2022-09-30", *(one for one in order if not one.startswith("date"))]
    gap = draw(st.sampled_from(GAPS))
    opening, end = draw(st.sampled_from(OPENINGS)), draw(st.sampled_from(ENDS))
    return f"{opening}{gap.join(order)}}}{end}"


_ORDER = ["date", "within", "period", "area", "part", "value", "state", "qualifier", "status"]
_ORDER += ["printed", "measure", "unit", "comparability", "source", "note"]


def _rank(key: str) -> int:
    return _ORDER.index(key.partition(":")[0])


@given(st.lists(nearly(), min_size=1, max_size=3).map("".join))
@settings(max_examples=400)
def test_the_pattern_and_the_parser_agree(body: str) -> None:
    """What the pattern reads, the parser reads the same; what the parser refuses, it leaves alone.

    A line in another shape at the end sends the whole file to the parser.
    """
    fast = read_lines(body)
    if fast is None or scan("f", body):
        return
    newline = "" if body.endswith("\n") else "\n"
    slow = load(b.folder(readings={"t": f"{body}{newline}- {{date: 2000-01-01 }}\n"}))
    assert slow.findings == (), body
    assert slow.draft.readings["t"][:-1] == fast, body


@given(st.text(max_size=6))
@settings(max_examples=100)
def test_any_note_that_the_pattern_reads_the_parser_reads(note: str) -> None:
    """Whatever signs there are, known to Unicode or not."""
    body = f"- {{date: 2022-09-30, note: {note}}}\n"
    fast = read_lines(body)
    if fast is None or scan("f", body):
        return
    slow = load(b.folder(readings={"t": f"{body}- {{date: 2000-01-01 }}\n"}))
    assert (slow.findings, slow.draft.readings["t"][:-1]) == ((), fast)


HARM = ["|", "a|b", "<script>", "&lt;", "`x`", "*x*", "_x_", "[x](javascript:alert)", "# x", "- x"]
HARM += [
    "1. x",
    "+ x",
    "> x",
    "---",
    "===",
    "\\",
    "\\|",
    "a\nb",
    "~~x~~",
    "![x](y)",
    "-3.5",
    "```",
    "x  ",
]
HARM += [
    "| --- |",
    "<!--",
    "]]>",
    "&#60;",
    "1) x",
    "$x$",
    "http://a|b",
    "**",
    "a*",
    "[1]: x",
    "\t# x",
]
harm = st.lists(st.sampled_from(HARM), min_size=1, max_size=3).map(" ".join)


def _harmed(text: str, harmful: str) -> dict[str, str]:
    """Put a text in the place of every English and Chinese word, publisher and address."""
    quoted = json.dumps(harmful, ensure_ascii=False)
    pattern = r"(?<=[ {])(zh|en|publisher|url|text): (?:\"(?:[^\"\\]|\\.)*\"|[^\n,}\"{][^\n,}]*)"
    return {text: re.sub(pattern, lambda one: f"{one[1]}: {quoted}", INVENTED[text])}


def _written(texts: Mapping[str, str]) -> str:
    loaded = load(texts)
    assert loaded.findings == (), loaded.findings[:3]
    plan = loaded.plan
    assert isinstance(plan, Plan)
    page = bulletin_markdown(Words(bulletin(plan, parse_period("2024Q3")), Voice("en")), {})
    return page.split("\n---\n", 1)[1]


_opening = re.compile(r"(?:#{1,6}|[-+>]|[0-9]{1,9}[.)])(?: |$)|[- ]+$|=+$").match


def _shape(text: str) -> list[object]:
    """Answer what a Markdown reader makes of each line: what it is, and how many cells it has."""
    shapes: list[object] = []
    for line in text.split("\n"):
        bare = re.sub(r"\\[^a-zA-Z0-9 ]", "", line)
        kind = re.match(r"#+ |\|| *- |[0-9]+\. |$|(?=.)", bare)
        assert kind is not None
        after = bare[kind.end() :]
        opens = _opening(after) is not None
        marks = (bare.count("**"), "<" in re.sub(r" <https?://[^\s<>]+>$", "", bare), "`" in bare)
        shapes.append((re.sub("[0-9]+", "1", kind[0]), bare.count("|"), opens, *marks))
    return shapes


PLAIN = _shape(_written(INVENTED | {k: v for f in FILES for k, v in _harmed(f, "x").items()}))


@given(harm)
@settings(max_examples=40)
def test_no_text_of_the_data_changes_the_bulletin_s_shape(harmful: str) -> None:
    """Names, notes, publishers, addresses and remarks stand in the bulletin as texts."""
    texts = {name: text for file in FILES for name, text in _harmed(file, harmful).items()}

    assert _shape(_written(INVENTED | texts)) == PLAIN


@given(st.from_regex(r"-?[0-9]{1,4}(\.[0-9]{1,2})?%?", fullmatch=True))
def test_a_figure_is_never_escaped(figure: str) -> None:
    """A number, negative or not, stands as it is."""
    assert md(figure) == figure
