"""Reading a text whether or not it has slips: one bad sign does not hide what else is wrong in it.

What puts a whole file right is in `mending.py`, which is imported only where a file is wrong.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol, TypeVar

from fjdex.plan.findings import Finding, Place
from fjdex.yamlio.margins import margins
from fjdex.yamlio.mended import Mended, Slip
from fjdex.yamlio.misplaced import misplaced
from fjdex.yamlio.signs import find_slips, findings_of, outside

# Files of readings hold a record on each line.
READINGS = "readings/"
# Nobody types more than this by hand; looking at every sign of it would take long.
MOST = 4 * 1024 * 1024

Placed = Callable[[Place], Place]


class Read(Protocol):
    """What was read of a text, and where in it texts stand: without quotes, and in any."""

    findings: list[Finding]
    texts: list[Place]
    quoted: list[Place]
    whole: bool

    @property
    def failed(self) -> bool:
        """Whether the parser gave up."""

    @property
    def listed(self) -> bool:
        """Whether it is a list, or nothing."""

    @property
    def mapped(self) -> bool:
        """Whether it is a mapping, or nothing."""


R = TypeVar("R", bound=Read)
Reader = Callable[[str, str, Placed], R]
Layer = Callable[[str, str], tuple[list[Slip], list[Finding]]]


def as_read(place: Place) -> Place:
    """Answer a place as it is."""
    return place


def read_on(file: str, text: str, reader: Reader[R], placed: Placed = as_read) -> R:
    """Read a text; where signs in it are slips, as if they were none, with a finding for them.

    `placed` says where what stands in the text stood before.
    """
    return _without(_LAYERS if len(text) <= MOST else (), file, text, reader, placed)


# What makes lines stand where they belong, each in what the one before it left.
_LAYERS = (margins, misplaced)


def _without(layers: Sequence[Layer], file: str, text: str, reader: Reader[R], placed: Placed) -> R:
    """Read a text as if it had none of the slips that layers find, and tell them."""
    if not layers:
        return _read_on(file, text, reader, placed)
    layer, *others = layers
    slips, told = layer(file, text)
    if not slips:
        return _without(others, file, text, reader, placed)
    mended = Mended(text, slips)
    read = _without(others, file, mended.text, reader, partial(_placed, mended, placed))
    read.findings += [replace(one, place=placed(one.place)) for one in told]
    return read


def _read_on(file: str, text: str, reader: Reader[R], placed: Placed) -> R:
    read = reader(file, text, placed)
    if len(text) > MOST:
        return read
    slips = find_slips(text) if read.whole else ()
    if not read.failed:
        slips = outside(slips, read.texts, read.quoted)
    if not slips:
        return _by_record(file, text, reader, placed, read)
    while slips:
        mended = Mended(text, slips)
        through = partial(_placed, mended, placed)
        read = reader(file, mended.text, through)
        read = _by_record(file, mended.text, reader, through, read)
        real = slips if read.failed else outside(slips, read.texts, read.quoted)
        if not real or len(real) == len(slips):
            told = findings_of(file, text, slips)
            read.findings += [replace(one, place=placed(one.place)) for one in told]
            break
        slips = real
    return read


def _placed(mended: Mended, placed: Placed, place: Place) -> Place:
    return placed(mended.place(place))


def _by_record(file: str, text: str, reader: Reader[R], placed: Placed, read: R) -> R:
    """Read a text by its records, where it is not what its file should hold."""
    readings = file.startswith(READINGS)
    if not read.whole or not (read.failed or (readings and not read.listed)):
        return read
    from fjdex.yamlio.mending import by_record  # noqa: PLC0415 (most files are right)

    return by_record(file, text, reader, placed, read)
