"""What changed among the readings of one record: added, corrected, withdrawn.

A reading whose date, area, part, measure and source are taken by another figure is corrected; so
is one of which only the source, the date, the place or the measure is another one, and one whose
own line holds another reading of the same source and measure.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from fjdex.plan.readings import Reading
from fjdex.review.change import READING, Change, Deed, Subject
from fjdex.review.pairing import Key, paired


@dataclass(frozen=True, slots=True)
class Held:
    """A reading as it is written, and as it reads with its area and after renames."""

    reading: Reading
    meant: Reading

    @property
    def digits(self) -> int | None:
        """How many digits tell how exact the value is, where no printed figure does."""
        value = self.reading.value if self.reading.printed is None else None
        exponent = None if value is None else value.as_tuple().exponent
        return exponent if isinstance(exponent, int) else None


def reading_changes(
    subject: Subject, was: Sequence[Held], now: Sequence[Held]
) -> tuple[Change, ...]:
    """Answer what changed among a record's readings, in the order of their days."""
    found = [
        Change(
            subject=subject,
            thing=READING,
            deed=_deed(b, a),
            before=None if b is None else was[b].reading,
            after=None if a is None else now[a].reading,
            slot=("readings",) if b is None else ("readings", b),
            steps_before=None if b is None else (was[b].reading.line,),
            steps_after=None if a is None else (now[a].reading.line,),
        )
        for b, a in paired(was, now, _SURELY, _PERHAPS)
        if b is None or a is None or not _same(was[b], now[a])
    ]
    return tuple(sorted(found, key=lambda one: _reading(one).date))


def _deed(before: int | None, after: int | None) -> Deed:
    if before is None:
        return Deed.ADDED
    return Deed.WITHDRAWN if after is None else Deed.CORRECTED


def _reading(change: Change) -> Reading:
    reading = change.after or change.before
    assert isinstance(reading, Reading)  # noqa: S101 (a change of a reading has one)
    return reading


def _same(one: Held, other: Held) -> bool:
    if one.digits != other.digits:
        return False
    if one.reading == other.reading:
        return True
    return one.meant == other.meant or _bare(one) == _bare(other)


def _bare(one: Held) -> Reading:
    """Answer a reading as it reads after renames, without the area that only its record names."""
    return one.meant if one.reading.area else replace(one.meant, area=None)


def _written(one: Held) -> Hashable:
    return one.reading, one.digits


def _meant(one: Held) -> Hashable:
    return one.meant, one.digits


def _known(one: Held) -> Hashable:
    return one.meant.key("")


def _without(*names: str) -> Key[Held]:
    keys = ("date", "area", "part", "measure", "source")
    kept = tuple(name for name in keys if name not in names)

    def known(one: Held) -> Hashable:
        return tuple(getattr(one.meant, name) for name in kept)

    return known


def _with_figure(key: Key[Held]) -> Key[Held]:
    return lambda one: (key(one), one.meant.value, one.meant.state)


def _where_written(key: Key[Held]) -> Key[Held]:
    """Answer a key that leaves out the area that only the record names: it may be another now."""
    return lambda one: key(Held(one.reading, _bare(one)))


def _on_its_line(one: Held) -> Hashable:
    meant = one.meant
    return meant.line, meant.area, meant.part, meant.measure, meant.source


_SURELY: tuple[Key[Held], ...] = (_written, _meant, _known, _where_written(_known))
_PERHAPS: tuple[Key[Held], ...] = (
    _without("source"),
    _with_figure(_without("date")),
    _with_figure(_without("area", "part")),
    _with_figure(_without("measure")),
    _where_written(_without("source")),
    _where_written(_with_figure(_without("date"))),
    _on_its_line,
)
