"""Small plans for tests, invented throughout: YAML text in, an assessment out.

The plan runs from 2021-01-01 to 2022-12-31. Days are easily counted: the usual goal is 730 on
2022-12-31 from a baseline of 0 on 2020-12-31, so that one unit is due a day.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction

from fjdex.assess.assessment import Assessment, assess
from fjdex.assess.item import Forecast, Item
from fjdex.load import Loaded, load
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading

START = "2021-01-01"
DUE = "2022-12-31"
FROM_ZERO = "{value: 0, date: 2020-12-31}"

HEADER = """\
id: invented
title: {zh: 虚构的方案, en: An invented plan}
start: 2021-01-01
end: 2022-12-31
bands: {ahead: 1.05, on-schedule: 1, behind: 0.60, far-behind: 0}
about: 5
every: quarter
lag: 60
classes: []
"""
AGENCIES = "- {id: 虚构局, name: {zh: 虚构局, en: Invented bureau}, kind: department}\n"
AREAS = """\
- {id: 虚构省, name: {zh: 虚构省, en: Invented province}}
- {id: 东市, name: {zh: 东市, en: East}, parent: 虚构省}
- {id: 西市, name: {zh: 西市, en: West}, parent: 虚构省}
"""
_WORDS = "{zh: 虚构, en: Invented}"


def mapping(**keys: str) -> str:
    """Write a flow mapping of the keys that are given a text."""
    return "{" + ", ".join(f"{key}: {text}" for key, text in keys.items() if text) + "}"


def goal(
    value: str = "730",
    operator: str = ">=",
    due: str = DUE,
    decided: str = START,
    path: str = "",
    **keys: str,
) -> str:
    """Write a goal of a number; `area` and `of` make it a share of the whole's."""
    quoted = f'"{operator}"'
    return mapping(value=value, operator=quoted, due=due, decided=decided, path=path, **keys)


def state_goal(due: str = DUE, state: str = "delivered", path: str = "") -> str:
    """Write a goal of a state."""
    return mapping(state=state, due=due, decided=START, path=path)


def target(goals: str, kind: str = "stock", key: str = "t", **keys: str) -> str:
    """Write a target, `key` being its id."""
    clause = "{ref: 一, text: 虚构}"
    written = mapping(
        id=key,
        name=_WORDS,
        kind=kind,
        leads="[虚构局]",
        clause=clause,
        goals=f"[{goals}]",
        **keys,
    )
    return f"- {written}\n"


def outcome(key: str, due: str = DUE, **keys: str) -> str:
    """Write an outcome; without a `due` it is ongoing."""
    return _dated(key, due, section="outcomes-1", **keys)


def task(key: str, due: str = DUE, **keys: str) -> str:
    """Write a task; without a `due` it is ongoing."""
    return _dated(key, due, section="tasks-1", content=_WORDS, **keys)


def _dated(key: str, due: str, **keys: str) -> str:
    when = mapping(text="虚构", date=due)
    return f"- {mapping(id=key, title=_WORDS, leads='[虚构局]', due=when, **keys)}\n"


def source(key: str, published: str = "") -> str:
    """Write a source."""
    return f"- {mapping(id=key, kind='publication', published=published)}\n"


def lines(*readings: str) -> str:
    """Write readings, each given as the inside of its braces, one a line."""
    return "".join(f"- {{{one}}}\n" for one in readings)


def folder(  # noqa: PLR0913, PLR0917 (a folder has as many files)
    targets: str = "[]",
    outcomes: str = "[]",
    tasks: str = "[]",
    header: str = HEADER,
    readings: Mapping[str, str] | None = None,
    sources: str = "[]",
) -> dict[str, str]:
    """Write a data folder; `readings` maps a record's id to its file's text."""
    return {
        "plan.yaml": header,
        "tasks.yaml": tasks,
        "outcomes.yaml": outcomes,
        "targets.yaml": targets,
        "agencies.yaml": AGENCIES,
        "areas.yaml": AREAS,
        "sources.yaml": sources,
        **{f"readings/{key}.yaml": text for key, text in (readings or {}).items()},
    }


def plan_of(texts: Mapping[str, str]) -> Plan:
    """Load a folder in which nothing may be wrong."""
    loaded = load(texts)
    assert loaded.findings == ()
    assert loaded.plan is not None
    return loaded.plan


def assessed(texts: Mapping[str, str], day: str) -> Assessment:
    """Assess a folder as of a day."""
    return assess(plan_of(texts), date.fromisoformat(day))


def rate(written: str, readings: str, day: str, sources: str = "[]") -> Item:
    """Assess a single target `t` with its readings as of a day."""
    texts = folder(targets=written, readings={"t": readings}, sources=sources)
    return assessed(texts, day).items["t"]


def rate_outcome(written: str, readings: str, day: str) -> Item:
    """Assess a single outcome `o` with its readings as of a day."""
    texts = folder(outcomes=written, readings={"o": readings})
    return assessed(texts, day).items["o"]


def ratings(texts: Mapping[str, str], day: str) -> dict[str, str]:
    """Answer the code of every record's rating as of a day."""
    return {key: item.rating.value for key, item in assessed(texts, day).items.items()}


def flags(item: Item) -> list[str]:
    """Answer the codes of an item's flags."""
    return [flag.value for flag in item.flags]


def pace(item: Item) -> Fraction | None:
    """Answer an item's pace as a bare fraction."""
    return item.pace.ratio if item.pace else None


def year(item: Item) -> Fraction | None:
    """Answer an item's pace of the year."""
    held = item.outlook.year if item.outlook else None
    return held.ratio if held else None


def needed(item: Item) -> tuple[Fraction, Fraction] | None:
    """Answer what each remaining month must bring, and what each has brought."""
    held = item.outlook.needed if item.outlook else None
    return (held.per_month, held.so_far) if held else None


def forecast(written: str, readings: str, day: str) -> Forecast | None:
    """Answer where the readings of a single target `t` point, as of a day."""
    whole = assessed(folder(targets=written, readings={"t": readings}), day)
    return whole.forecast(whole.items["t"])


def day_number(count: int) -> str:
    """Answer the day so many days after the usual baseline: as much is due on it."""
    return (date(2020, 12, 31) + timedelta(days=count)).isoformat()


def told(loaded: Loaded) -> list[tuple[str, str, int, int]]:
    """Answer code, file, line and column of every finding."""
    return [(one.code, one.place.file, one.place.line, one.place.column) for one in loaded.findings]


def reading_of(written: str) -> Reading:
    """Read one reading, given as the inside of its braces."""
    texts = folder(readings={"t": lines(written)})
    return plan_of(texts).readings["t"][0]


def marked(text: str) -> tuple[str, int, int]:
    """Take the mark » out of a text; answer line and column of the sign that it stood before."""
    before, _, after = text.partition("»")
    return before + after, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
