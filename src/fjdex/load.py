"""From texts to a plan: the same function for the disk, for a git revision and for a test.

Whatever the texts hold, `load` answers: the plan of what could be understood, and findings for the
rest. One bad file or record never hides the next.
"""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from fjdex.plan.findings import Finding, Place, Severity, in_order
from fjdex.plan.ledger import Ledger
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import LISTS, Header
from fjdex.plan.terms import Interval
from fjdex.plan.words import Words
from fjdex.yamlio.conflicts import one_side, other_lines
from fjdex.yamlio.ledger import known_ledger, ledger_of
from fjdex.yamlio.places import Places

HEADER = "plan.yaml"
READINGS = "readings/"
# What each file of a data folder holds, by its name without an ending.
FILES: Mapping[str, Hashable] = MappingProxyType(
    {
        "plan": Header,
        **{file.removesuffix(".yaml"): tuple[of, ...] for file, of in LISTS.items()},  # type: ignore[valid-type]  # known at run time
        "readings": tuple[Reading, ...],
    }
)
# Files without which a folder is not a plan; the others may be absent and count as empty.
_NEEDED = (HEADER, "tasks.yaml", "outcomes.yaml", "targets.yaml", "agencies.yaml", "areas.yaml")


def readings_file(record: str) -> str:
    """Answer the file that holds a record's readings."""
    return f"{READINGS}{record}.yaml"


@dataclass(frozen=True)
class Loaded:
    """A folder as understood: the plan (None without a header), its places, what is wrong.

    `draft` is the plan with an empty header in the place of one that cannot be read, so that a
    fault there hides no other. `understood` lists, for each file of records, the index in the file
    of every record that is in the plan, in the same order, so that a rule can point at it.

    `judged` holds every record of every file, those that cannot be understood as a whole with the
    keys that can be read (`yamlio/halves.py`): for rules, which ask of it what they can be told.
    `headed` says whether it has a header. `named` holds the ids that each file names, also those of
    records that cannot be read; a file is not in it where nobody can say.

    `aside` is the folder with the other side of every conflict.
    """

    plan: Plan | None
    draft: Plan
    judged: Plan
    headed: bool
    places: Places
    findings: tuple[Finding, ...]
    understood: Mapping[str, tuple[int, ...]]
    named: Mapping[str, frozenset[str]]
    aside: "Loaded | None" = None

    @property
    def lost(self) -> bool:
        """Whether there is a file of which nobody can say what it holds."""
        return any(one.code in _LOST for one in self.findings)

    @property
    def sound(self) -> bool:
        """Whether every file and every record was understood."""
        return not any(one.severity is Severity.ERROR for one in self.findings)


_LOST = frozenset(
    {"file-empty", "file-missing", "file-not-utf8", "file-too-deep", "file-too-large"}
    | {"file-unreadable"}
)


@dataclass(frozen=True)
class Known:
    """What is known of texts from before: the registers, and which files are canonical readings.

    Nothing was wrong with any of them. `lists` are by file.
    """

    header: Header
    lists: Mapping[str, tuple[object, ...]]
    canonical: frozenset[str]


def load(
    texts: Mapping[str, str], refused: tuple[Finding, ...] = (), known: Known | None = None
) -> Loaded:
    """Answer the plan that the texts of a data folder hold, and everything wrong with them.

    `texts` maps paths within the folder ("targets.yaml", "readings/x.yaml", always with `/`) to
    their content; `refused` are findings about files that gave no text (not UTF-8, too large).
    `known` spares reading again what is known of the very same texts; the answer is the same.
    """
    if known is not None and not refused:
        ledgers = _ledgers(texts, known)
        if ledgers is not None:
            return _remembered(texts, known, ledgers)
    loaded = _loaded(texts, refused)
    torn = {one.place.file for one in loaded.findings if one.code == "conflict-marker"}
    others = {file: one_side(texts[file], other=True) for file in torn}
    return _with_other_sides(loaded, _loaded({**texts, **others}, refused)) if others else loaded


def _with_other_sides(loaded: Loaded, aside: Loaded) -> Loaded:
    """Answer a folder with what is wrong on the other sides of its conflicts, and named there."""
    lines = {file: other_lines(text) for file, text in loaded.places.texts.items()}
    told = [one for one in aside.findings if one.place.line in lines.get(one.place.file, ())]
    named = {
        file: ids | aside.named[file] for file, ids in loaded.named.items() if file in aside.named
    }
    return replace(
        loaded,
        findings=in_order([*loaded.findings, *told]),
        named=named,
        aside=replace(aside, named=named),
    )


def known_from(loaded: Loaded, changed: Collection[str]) -> Known | None:
    """Answer what is known of a folder that was loaded, but for the files that have changed.

    None where something is wrong with it, or where a register has changed.
    """
    if loaded.plan is None or loaded.findings or not all(map(is_readings, changed)):
        return None
    plan = loaded.plan
    ledgers = (readings_file(id_) for id_, one in plan.readings.items() if isinstance(one, Ledger))
    return Known(
        plan.header,
        {file: getattr(plan, file.removesuffix(".yaml")) for file in LISTS},
        frozenset(ledgers) - frozenset(changed),
    )


def _ledgers(texts: Mapping[str, str], known: Known) -> Mapping[str, Ledger] | None:
    """Answer the readings of every file, None where one of them has to be looked at closely."""
    found: dict[str, Ledger] = {}
    for file in sorted(filter(is_readings, texts)):
        text = texts[file]
        ledger = known_ledger(text) if file in known.canonical else ledger_of(text)
        if ledger is None:
            return None
        found[file.removeprefix(READINGS).removesuffix(".yaml")] = ledger
    return found


def _remembered(texts: Mapping[str, str], known: Known, ledgers: Mapping[str, Ledger]) -> Loaded:
    lists = {file.removesuffix(".yaml"): held for file, held in known.lists.items()}
    plan = Plan(header=known.header, readings=ledgers, **lists)  # type: ignore[arg-type]  # as they were loaded
    return Loaded(
        plan=plan,
        draft=plan,
        judged=plan,
        headed=True,
        places=Places(texts),
        findings=(),
        understood={file: tuple(range(len(held))) for file, held in known.lists.items()},
        named={
            file: frozenset(one.id for one in held)  # type: ignore[attr-defined]  # records all have ids
            for file, held in known.lists.items()
        },
    )


def _loaded(texts: Mapping[str, str], refused: tuple[Finding, ...]) -> Loaded:
    before = (*refused, *_missing_and_unknown({*texts, *(one.place.file for one in refused)}))
    from fjdex.yamlio.reader import Reader  # noqa: PLC0415 (what is known needs no parser)

    reader = Reader(texts, frozenset(one.place.file for one in before))
    reader.findings.extend(before)
    header, headed = reader.mapping(HEADER, Header)
    lists = {file.removesuffix(".yaml"): reader.list_of(file, of) for file, of in LISTS.items()}
    readings = {
        file.removeprefix(READINGS).removesuffix(".yaml"): reader.readings(file)
        for file in sorted(texts)
        if is_readings(file)
    }
    reader.name_strayed()
    draft, judged = (
        Plan(
            header=one or _NO_HEADER,
            readings={key: both[which] for key, both in readings.items()},
            **{key: both[which] for key, both in lists.items()},  # type: ignore[arg-type]  # LISTS ties each name to its type
        )
        for which, one in enumerate((header, headed))
    )
    return Loaded(
        plan=None if header is None else draft,
        draft=draft,
        judged=judged if reader.findings else draft,
        headed=headed is not None,
        places=reader.places,
        findings=in_order(reader.findings),
        understood=reader.understood,
        named=reader.named,
    )


_NO_HEADER = Header(
    id="none",
    title=Words("-", "-"),
    start=date.min,
    end=date.max,
    bands={},
    about=Decimal(0),
    every=Interval.QUARTER,
    lag=0,
    classes=(),
)


def is_readings(file: str) -> bool:
    """Whether a file, by its name, is one of readings."""
    stem = file.removeprefix(READINGS)
    return file.startswith(READINGS) and stem.endswith(".yaml") and "/" not in stem


def _missing_and_unknown(given: set[str]) -> list[Finding]:
    missing = [Finding("file-missing", Place(file)) for file in _NEEDED if file not in given]
    known = {HEADER, *LISTS}
    unknown = [
        Finding("file-unknown", Place(file))
        for file in given
        if file not in known and not is_readings(file)
    ]
    return [*missing, *unknown]
