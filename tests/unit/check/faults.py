"""A sound folder, and for every code the least that must be put into it to make that one fault.

A fault is marked where it is to be found: `⟦date-malformed|2021-13-30⟧`. What stands within the
mark is what the carets stand under. Everything is invented.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import builders as b
from fjdex.check.rules import check
from fjdex.load import load
from fjdex.plan.findings import Finding
from fjdex.plan.terms import Rating
from fjdex.store.folder import read_folder

# Code, file, line, column and the column after.
Told = tuple[str, str, int, int, int]

WORDS = "{zh: 虚构, en: Invented}"
SECTIONS = "plan.yaml sections"
LIMIT = 20_000
TODAY = date(2026, 11, 23)
_HEAD = b.HEADER.replace("classes: []\n", "")
_CLASSES = f"""\
classes:
- {{id: whole, name: {WORDS}, ratings: [{", ".join(Rating)}]}}
"""
SOUND: Mapping[str, str] = {
    "plan.yaml": f"{_HEAD}{_CLASSES}",
    SECTIONS: f"""\
sections:
- {{id: tasks-1, list: tasks, name: {WORDS}}}
- {{id: outcomes-1, list: outcomes, name: {WORDS}}}
""",
    "tasks.yaml": b.task("k"),
    "outcomes.yaml": "# 虚构\n",
    "targets.yaml": b.target(b.goal()[:-1] + ", source: s}"),
    "agencies.yaml": b.AGENCIES,
    "areas.yaml": b.AREAS,
    "sources.yaml": b.source("s"),
    "remarks.yaml": "# 虚构\n",
    "readings/t.yaml": "- {date: 2021-06-30, value: 1, source: s}\n",
}
GOOD = "- {date: 2021-06-30, value: 1, source: s}\n"
_MARK = re.compile("⟦([a-z0-9-]+)[|]([^⟧]*)⟧")


@dataclass(frozen=True)
class Fault:
    """What is added to the sound folder (of a file, at its end), and the twin without the fault.

    `clean` holds the files that differ from the marked ones with their marks taken off; `data`
    files that are no text (None: a folder stands there), `gone` files that are not there, `whole`
    the findings that are about a file as a whole, `swapped` what stands in the place of something.
    """

    code: str
    added: Mapping[str, str] = field(default_factory=dict)
    clean: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, bytes | None] = field(default_factory=dict)
    gone: str = ""
    whole: tuple[Told, ...] = ()
    swapped: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def _target(code: str, written: str, clean: str) -> Fault:
    return Fault(code, {"targets.yaml": written}, {"targets.yaml": clean})


def _goal(code: str, written: str, clean: str, key: str) -> Fault:
    return _target(code, b.target(written, key=key), b.target(clean, key=key))


def _reading(  # noqa: PLR0913 (what a target with readings is made of)
    code: str, key: str, written: str, clean: str = GOOD, *, kind: str = "stock", more: str = ""
) -> Fault:
    """Add a target with a file of readings; `more` is a source of theirs."""
    goals = b.state_goal() if kind == "deliverable" else b.goal("60")
    unit = {"ratio": "'%'", "deliverable": ""}.get(kind, "个")
    files = {"targets.yaml": b.target(goals, kind, key, unit=unit), "sources.yaml": more}
    file = f"readings/{key}.yaml"
    return Fault(code, {**files, file: written}, {**files, file: clean})


def _file(code: str, key: str, data: bytes | None, *places: int) -> Fault:
    file = f"readings/{key}.yaml"
    target = {"targets.yaml": b.target(b.goal(), key=key)}
    line, column, end = places or (1, 1, 1)
    return Fault(
        code,
        added=target,
        clean={**target, file: GOOD},
        data={file: data},
        whole=((code, file, line, column, end),),
    )


_GBK = "- {date: 2021-06-30, value: 1, note: 报告, source: s}\n".encode("gb18030")
_FAR_PATH = b.goal(path="[{date: ⟦path-order|2023-01-01⟧, value: 400}]")
_PART = b.goal("300")[:-1] + ", area: 东市}"
_OTHER = b.goal("400")[:-1] + ", area: 西市}"
_SPLIT = ", ".join(f"{one[:-1]}, of: 2021-01-01}}" for one in (_PART, _OTHER))
_AREAS = "".join(
    f"- {{date: 2021-06-30, area: {area}, value: {value}, source: s}}\n"
    for area, value in (("东市", 4), ("西市", 6))
)
_QUARTER = "- {date: 2021-03-31, period: 2021Q1, value: 9, source: s}\n"

_AGENCY = f"- {{id: 别局, name: {WORDS}, kind: other, aliases: [别称]}}\n"
_AREA = f"- {{{{id: {{}}, name: {{{WORDS}}}, parent: {{}}}}}}\n"
_REMARK = "- {{id: {}, quarter: 2021Q3, reason: 甲, action: 乙}}\n"

FAULTS: tuple[Fault, ...] = (
    Fault(
        "file-missing", gone="outcomes.yaml", whole=(("file-missing", "outcomes.yaml", 1, 1, 1),)
    ),
    Fault(
        "file-empty",
        data={"outcomes.yaml": b"\n"},
        whole=(("file-empty", "outcomes.yaml", 1, 1, 1),),
    ),
    _file("file-unreadable", "unreadable", None),
    _file("file-not-utf8", "not-utf8", _GBK, 1, 38, 39),
    _file("file-too-large", "too-large", b"#" * (LIMIT + 1)),
    _file("file-too-deep", "too-deep", b"[" * 33 + b"]" * 33),
    _reading(
        "conflict-marker", "conflict", f"⟦conflict-marker|<<<<<<< HEAD⟧\n{GOOD}=======\n>>>>>>> x\n"
    ),
    _reading(
        "character-forbidden",
        "character",
        "- {date: 2021-06-30, value: 1, note: 甲⟦character-forbidden|\x07⟧乙, source: s}\n",
    ),
    _reading("yaml-syntax", "syntax", "- date: 2021-06-30⟦yaml-syntax|:⟧ 1\n"),
    _reading(
        "yaml-feature",
        "feature",
        GOOD.replace("value: 1", "value: 1, ⟦yaml-feature|<<⟧: {note: x}"),
    ),
    _reading("sign-fullwidth", "wide", GOOD.replace(": 1,", "⟦sign-fullwidth|：⟧1,")),
    _reading("shape-unexpected", "shape", GOOD + "- ⟦shape-unexpected|word⟧\n"),
    _reading("key-unknown", "unknown", GOOD.replace("source", "⟦key-unknown|notes⟧: x, source")),
    _reading("key-missing", "missing", GOOD + "- {⟦key-missing|value⟧: 1, source: s}\n"),
    _reading("key-duplicated", "doubled", GOOD.replace("1,", "1, ⟦key-duplicated|value⟧: 2,")),
    _reading("value-empty", "empty", GOOD.replace("1,", '1, printed: ⟦value-empty|""⟧,')),
    _reading("text-expected", "text", GOOD.replace("1,", "1, printed: ⟦text-expected|[7]⟧,")),
    _reading("term-unknown", "term", GOOD.replace("1,", "1, qualifier: ⟦term-unknown|abuot⟧,")),
    _reading("number-malformed", "number", GOOD.replace("1,", "⟦number-malformed|7.1万⟧,")),
    _reading("date-malformed", "date", GOOD.replace("2021-06-30", "⟦date-malformed|2021-13-30⟧")),
    _reading(
        "period-malformed",
        "period",
        GOOD.replace("value", "period: ⟦period-malformed|2021Q5⟧, value"),
    ),
    _reading("id-malformed", "id", GOOD.replace("source: s", "source: ⟦id-malformed|S 1⟧")),
    _target(
        "id-duplicated",
        b.target(b.goal(), key="twice") + b.target(b.goal(), key="⟦id-duplicated|twice⟧"),
        b.target(b.goal(), key="twice") + b.target(b.goal(), key="other"),
    ),
    _target(
        "agency-unknown",
        b.target(b.goal(), key="led").replace("虚构局", "虚构局, ⟦agency-unknown|无名局⟧"),
        b.target(b.goal(), key="led"),
    ),
    _reading("area-unknown", "area", GOOD.replace("value", "area: ⟦area-unknown|南市⟧, value")),
    _target(
        "outcome-unknown",
        b.target(b.goal(), key="of-outcome", outcomes="[⟦outcome-unknown|o9⟧]"),
        b.target(b.goal(), key="of-outcome"),
    ),
    _reading("part-unknown", "part", GOOD.replace("value", "part: ⟦part-unknown|p9⟧, value")),
    Fault(
        "record-unknown",
        added={
            "remarks.yaml": "- {id: ⟦record-unknown|t9⟧, quarter: 2021Q2, reason: 甲, action: 乙}\n"
        },
        clean={"remarks.yaml": "- {id: t, quarter: 2021Q2, reason: 甲, action: 乙}\n"},
    ),
    Fault(
        "section-unknown",
        added={"tasks.yaml": b.task("k2").replace("tasks-1", "⟦section-unknown|tasks-9⟧")},
        clean={"tasks.yaml": b.task("k2")},
    ),
    _reading("source-unknown", "source", GOOD.replace("source: s", "source: ⟦source-unknown|s9⟧")),
    _target(
        "task-unknown",
        b.target(b.goal(), key="of-task", tasks="[k, ⟦task-unknown|k9⟧]"),
        b.target(b.goal(), key="of-task", tasks="[k]"),
    ),
    Fault(
        "class-uncovered",
        added={"plan.yaml": f"- {{id: x, name: {WORDS}, ratings: [⟦class-uncovered|met⟧]}}\n"},
    ),
    Fault(
        "alias-taken",
        added={"agencies.yaml": _AGENCY.replace("别称", "⟦alias-taken|虚构局⟧")},
        clean={"agencies.yaml": _AGENCY},
    ),
    Fault(
        "area-circular",
        added={
            "areas.yaml": _AREA.format("甲区", "⟦area-circular|乙区⟧")
            + _AREA.format("乙区", "甲区")
        },
        clean={"areas.yaml": _AREA.format("甲区", "虚构省") + _AREA.format("乙区", "甲区")},
    ),
    Fault(
        "area-parentless",
        added={"areas.yaml": f"- {{id: ⟦area-parentless|丙省⟧, name: {WORDS}}}\n"},
        clean={"areas.yaml": _AREA.format("丙省", "东市")},
    ),
    _target(
        "entry-repeated",
        b.target(b.goal(), key="led-twice").replace("虚构局]", "虚构局, ⟦entry-repeated|虚构局⟧]"),
        b.target(b.goal(), key="led-twice"),
    ),
    Fault(
        "span-reversed",
        swapped={"plan.yaml": ("end: 2022-12-31", "end: ⟦span-reversed|2020-12-31⟧")},
    ),
    Fault("band-unfit", swapped={"plan.yaml": ("behind: 0.60", "behind: ⟦band-unfit|1.01⟧")}),
    _target(
        "baseline-order",
        b.target(b.goal(), key="base", baseline="{value: 0, date: ⟦baseline-order|2022-12-31⟧}"),
        b.target(b.goal(), key="base", baseline="{value: 0, date: 2022-12-30}"),
    ),
    _target(
        "next-order",
        b.target(b.goal(), key="next", next="{value: 900, due: ⟦next-order|2022-12-30⟧}"),
        b.target(b.goal(), key="next", next="{value: 900, due: 2022-12-31}"),
    ),
    Fault(
        "remark-duplicated",
        added={"remarks.yaml": _REMARK.format("t") + _REMARK.format("⟦remark-duplicated|t⟧")},
        clean={"remarks.yaml": _REMARK.format("t") + _REMARK.format("k")},
    ),
    _reading(
        "date-ahead",
        "ahead",
        "- {date: ⟦date-ahead|2026-11-24⟧, value: 1, source: s}\n",
        "- {date: 2026-11-23, value: 1, source: s}\n",
    ),
    _goal(
        "goal-incomplete",
        "{⟦goal-incomplete|value⟧: 730, due: 2022-12-31, decided: 2021-01-01}",
        b.goal(),
        "g",
    ),
    _goal(
        "goal-order",
        f"{b.goal()}, {b.goal(decided='⟦goal-order|2020-12-31⟧')}",
        f"{b.goal()}, {b.goal(decided='2021-01-01')}",
        "goal-order",
    ),
    _goal(
        "goal-after-due",
        b.goal(decided="⟦goal-after-due|2023-01-01⟧"),
        b.goal(decided="2022-12-31"),
        "goal-after-due",
    ),
    _goal(
        "goal-unknown",
        f"{b.goal()}, {_PART[:-1]}, of: ⟦goal-unknown|2021-01-02⟧}}",
        f"{b.goal()}, {_PART[:-1]}, of: 2021-01-01}}",
        "goal-unknown",
    ),
    _goal(
        "goal-sum",
        f"{b.goal('⟦goal-sum|730⟧')}, {_SPLIT}",
        f"{b.goal('700')}, {_SPLIT}",
        "goal-sum",
    ),
    _reading(
        "area-sum",
        "area-sum",
        f"- {{date: 2021-06-30, value: ⟦area-sum|20⟧, source: s}}\n{_AREAS}",
        f"- {{date: 2021-06-30, value: 10, source: s}}\n{_AREAS}",
    ),
    _goal("path-order", _FAR_PATH, b.goal(path="[{date: 2021-01-01, value: 400}]"), "path-order"),
    _goal(
        "path-outside",
        b.goal(path="[{date: 2021-12-31, value: ⟦path-outside|731⟧}]"),
        b.goal(path="[{date: 2021-12-31, value: 730}]"),
        "path-outside",
    ),
    _reading("value-unfit", "unfit", GOOD.replace("value: 1", "state: ⟦value-unfit|delivered⟧")),
    _reading("unit-unfit", "unit", GOOD.replace("1,", "1, unit: ⟦unit-unfit|万元⟧,")),
    _reading(
        "measure-unfit",
        "measure",
        "- {date: 2021-06-30, value: 1, measure: "
        "⟦measure-unfit|{zh: 人均, en: a head}⟧, comparability: near, source: s}\n",
    ),
    _reading(
        "period-unfit", "late-period", GOOD.replace("value", "period: ⟦period-unfit|2021H2⟧, value")
    ),
    _reading(
        "reading-duplicated",
        "same",
        GOOD + GOOD.replace("2021-06-30", "⟦reading-duplicated|2021-06-30⟧"),
    ),
    _reading(
        "reading-order", "order", GOOD + GOOD.replace("2021-06-30", "⟦reading-order|2021-06-29⟧")
    ),
    _reading(
        "reading-after-publication",
        "early",
        "- {date: ⟦reading-after-publication|2021-06-30⟧, value: 1, source: p}\n",
        "- {date: 2021-06-29, value: 1, source: p}\n",
        more=b.source("p", "2021-06-29"),
    ),
    _reading("source-missing", "sourceless", "- {date: ⟦source-missing|2021-06-30⟧, value: 1}\n"),
    Fault("file-unknown", data={"notes.yml": b""}, whole=(("file-unknown", "notes.yml", 1, 1, 1),)),
    Fault(
        "section-total",
        added={
            SECTIONS: f"- {{id: tasks-2, list: tasks, name: {WORDS}, total: ⟦section-total|9⟧}}\n"
        },
        clean={SECTIONS: f"- {{id: tasks-2, list: tasks, name: {WORDS}, total: 0}}\n"},
    ),
    _reading(
        "period-missing",
        "flow",
        "- {date: 2021-06-30, value: ⟦period-missing|1⟧, source: s}\n",
        "- {date: 2021-06-30, period: 2021H1, value: 1, source: s}\n",
        kind="flow",
    ),
    _reading(
        "reading-contradicted",
        "two",
        GOOD + "- {date: 2021-06-30, value: ⟦reading-contradicted|3⟧, source: s2}\n",
        GOOD + "- {date: 2021-06-30, value: 1.4, source: s2}\n",
        more=b.source("s2"),
    ),
    _reading(
        "state-after-publication",
        "law",
        "- {date: ⟦state-after-publication|2021-06-30⟧, state: delivered, source: p2}\n",
        "- {date: 2021-06-29, state: delivered, source: p2}\n",
        kind="deliverable",
        more=b.source("p2", "2021-06-29"),
    ),
    Fault("source-unused", added={"sources.yaml": b.source("⟦source-unused|s3⟧")}),
    _reading(
        "total-falling",
        "falls",
        f"{_QUARTER}- {{date: 2021-06-30, period: 2021H1, value: ⟦total-falling|8⟧, source: s}}\n",
        f"{_QUARTER}- {{date: 2021-06-30, period: 2021H1, value: 9, source: s}}\n",
        kind="flow",
    ),
    _reading(
        "value-misprinted",
        "printed",
        "- {date: 2021-06-30, value: ⟦value-misprinted|71001⟧, printed: 7.1万个, source: s}\n",
        "- {date: 2021-06-30, value: 71000, printed: 7.1万个, source: s}\n",
    ),
    _reading(
        "value-out-of-domain",
        "share",
        "- {date: 2021-06-30, value: ⟦value-out-of-domain|100.1⟧, source: s}\n",
        "- {date: 2021-06-30, value: 100, source: s}\n",
        kind="ratio",
    ),
)


def marked(texts: Mapping[str, str]) -> tuple[dict[str, str], list[Told]]:
    """Take the marks out of texts; answer what they say is to be found."""
    plain: dict[str, str] = {}
    told: list[Told] = []
    for file, text in texts.items():
        kept = ""
        last = 0
        for mark in _MARK.finditer(text):
            kept += text[last : mark.start()]
            last = mark.end()
            line, column = kept.count("\n") + 1, len(kept) - kept.rfind("\n")
            told.append((mark[1], file, line, column, column + len(mark[2])))
            kept += mark[2]
        plain[file] = kept + text[last:]
    return plain, told


def seeded(faults: Iterable[Fault], *, clean: bool = False) -> tuple[dict[str, str], list[Told]]:
    """Add faults to the sound folder (or their twins); answer its texts and what is to be found."""
    texts = dict(SOUND)
    for fault in faults:
        if fault.gone and not clean:
            del texts[fault.gone]
        for file, (sound, written) in () if clean else fault.swapped.items():
            texts[file] = texts[file].replace(sound, written)
        for file, text in (fault.clean if clean else fault.added).items():
            texts[file] = texts.get(file, "") + text
    texts["plan.yaml"] += texts.pop(SECTIONS)
    texts, told = marked(texts)
    if not clean:
        told += [one for fault in faults for one in fault.whole]
    return texts, told


def lay_down(folder: Path, texts: Mapping[str, str], data: Mapping[str, bytes | None]) -> None:
    """Write a folder's files."""
    encoded = {file: text.encode() for file, text in texts.items()}
    for file, content in {**encoded, **data}.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.mkdir()
        else:
            path.write_bytes(content)


def checked(folder: Path) -> tuple[Finding, ...]:
    """Answer what is found in a folder on disk."""
    snapshot = read_folder(folder)
    return check(load(snapshot.texts, snapshot.refused), TODAY)


def places(findings: Iterable[Finding]) -> list[Told]:
    """Answer code, file, line, column and end column of findings, in their order."""
    return [
        (one.code, one.place.file, one.place.line, one.place.column, one.place.end_column)
        for one in findings
    ]


def found(texts: Mapping[str, str]) -> list[Told]:
    """Answer the places of what is found in texts."""
    return places(check(load(texts)))


def sound_with(**files: str) -> dict[str, str]:
    """Answer the texts of the sound folder with files in place of its own.

    A file is named by its stem, one of readings by `of_` and the record's id.
    """
    texts = {name.replace("of_", "readings/") + ".yaml": text for name, text in files.items()}
    return seeded(())[0] | texts


def compared(texts: Mapping[str, str]) -> tuple[list[Told], list[Told]]:
    """Answer what is found in marked texts, and what the marks say is to be found."""
    plain, told = marked(texts)
    return found(plain), sorted(told, key=lambda one: (one[1:], one[0]))


def with_target(written: str, readings: str = "", **files: str) -> dict[str, str]:
    """Answer the texts of the sound folder with one more target, `x`, and its readings."""
    texts = sound_with(**files)
    texts["targets.yaml"] += written
    return texts | ({"readings/x.yaml": readings} if readings else {})
