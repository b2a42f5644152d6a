"""`fjdex log`: what each commit did to a record, for people and for scripts."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.plan.records import Target
from fjdex.plan.scalars import visible
from fjdex.render.blocks import Block, Line
from fjdex.render.diff_json import change_json
from fjdex.render.diff_lines import Lines, Sides
from fjdex.review.change import Change
from fjdex.review.life import Entry


@dataclass(frozen=True)
class Log:
    """The life of the record with an id, the latest first; `plan` is what names are taken from.

    `sides` are the plan before and after each commit, as far as the record's unit goes.
    """

    id: str
    plan: Plan
    entries: Sequence[Entry]
    sides: Mapping[str, tuple[Plan, Plan]]


def sides_of(plan: Plan, entries: Iterable[Entry]) -> Mapping[str, tuple[Plan, Plan]]:
    """Answer the plan before and after each commit: a value is said in the unit that it had then.

    The entries are the latest first, and all that there are.
    """
    sides: dict[str, tuple[Plan, Plan]] = {}
    for entry in entries:
        now = plan
        for change in entry.changes:
            if change.thing == "unit":
                ids = {change.id, change.subject.former}
                plan = replace(plan, targets=tuple(_then(one, ids, change) for one in plan.targets))
        sides[entry.commit] = plan, now
    return sides


def _then(target: Target, ids: Collection[str], change: Change) -> Target:
    unit = change.before if isinstance(change.before, str) else None
    return replace(target, unit=unit) if target.id in ids else target


def log_blocks(log: Log, voice: Voice) -> list[Block]:
    """Answer a record's life as lines: each commit's day, author and words, and what it did."""
    record = log.plan.records.get(log.id)
    name = f"{record.title.in_(voice.language)}  ({log.id})" if record else log.id
    blocks: list[Block] = [Line(name, "bold")]
    for entry in log.entries:
        blocks += [Line(), Line(_head(entry, voice), "bold"), *_lines(log, entry, voice)]
    return blocks


def _head(entry: Entry, voice: Voice) -> str:
    return voice(
        "log.entry",
        day=entry.day.isoformat(),
        author=visible(entry.author),
        subject=visible(entry.subject),
        commit=entry.short,
    )


def _lines(log: Log, entry: Entry, voice: Voice) -> Iterator[Line]:
    lines = Lines(Sides(log.sides[entry.commit], ("", ""), entry.prefixes), voice)
    for change in entry.changes:
        told = lines.told(change, change.id)
        yield Line(f"{told.text}  {told.place}".rstrip(), indent=2)


def log_json(log: Log) -> dict[str, object]:
    """Answer a record's life for scripts; its changes are those of `fjdex diff`."""
    return {
        "schema": "fjdex.log/1",
        "id": log.id,
        "entries": [
            {
                "commit": entry.commit,
                "day": entry.day.isoformat(),
                "written": entry.written.isoformat(),
                "author": entry.author,
                "subject": entry.subject,
                "changes": [change_json(one, entry.prefixes) for one in entry.changes],
            }
            for entry in log.entries
        ],
    }
