"""Answers that were given before.

An answer is found by what was asked and by the program that answered, and holds only while the
data folder has, byte for byte, what was read then. No time stamp counts.
"""

from fjdex.store.shelf import Shelf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_MAGIC = b"fjdex answer 1\n"
_MIB = 1024 * 1024
# Done, or the answer is no.
_CODES = ("0", "1")
# A path may hold what no text does.
_ANY = "surrogatepass"

# A stream (1 stdout, 2 stderr) and what was written to it.
Chunk = tuple[int, bytes]


class Answer:
    """What was said: of the folder that was named so, in this state, and the exit code."""

    def __init__(self, named: str, state: str, code: int, chunks: "Sequence[Chunk]") -> None:
        self.named, self.state, self.code, self.chunks = named, state, code, chunks


def _shelf(folder: str) -> Shelf:
    return Shelf(folder, "answers", most=200, each=2 * _MIB, all_=32 * _MIB)


def find(folder: str, key: str) -> Answer | None:
    """Answer what was said to a question, None where it is not on file whole."""
    data = _shelf(folder).take(key)
    if data is None or not data.startswith(_MAGIC):
        return None
    try:
        return _unpacked(data[len(_MAGIC) :])
    except ValueError:
        return None


def _unpacked(body: bytes) -> Answer:
    head, _, rest = body.partition(b"\n")
    named, state, code, *lengths = head.decode("ascii").split(" ")
    chunks = []
    for each in lengths:
        stream, length = map(int, each.split(":"))
        if stream not in {1, 2} or not 0 <= length <= len(rest):
            raise ValueError(each)
        chunks.append((stream, rest[:length]))
        rest = rest[length:]
    if rest or code not in _CODES:
        raise ValueError(code)
    return Answer(bytes.fromhex(named).decode(errors=_ANY), state, int(code), chunks)


def keep(folder: str, key: str, answer: Answer) -> None:
    """Keep an answer; where that is not possible, do without."""
    named = answer.named.encode(errors=_ANY).hex()
    lengths = (f" {stream}:{len(data)}" for stream, data in answer.chunks)
    head = f"{named} {answer.state} {answer.code}{''.join(lengths)}\n"
    _shelf(folder).put(key, _MAGIC + head.encode() + b"".join(data for _, data in answer.chunks))
