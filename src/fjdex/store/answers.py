"""Answers that were given before, kept in the user's cache folder: never in the data.

An answer is found by what was asked and by the program that answered, and holds only while the
data folder has, byte for byte, what was read then. No time stamp counts. Whatever is wrong with the
cache costs time and nothing else: what cannot be read or proved is as if it were not there.
"""

import hashlib
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_MAGIC = b"fjdex answer 1\n"
_SEAL = hashlib.sha256().digest_size
_MOST_OF_ONE = 2 * 1024 * 1024
_MOST_OF_ALL = 32 * 1024 * 1024
_MOST_ANSWERS = 200
# The dependencies whose releases may word, fold or read something otherwise.
_LIBRARIES = ("jinja2", "pydantic", "pydantic_core", "rich", "ruamel", "typer")

# A stream (1 stdout, 2 stderr) and what was written to it.
Chunk = tuple[int, bytes]


def cache_folder(variables: "Mapping[str, str]") -> str | None:
    """Answer where answers are kept; None where FJDEX_CACHE=off, or where there is no home."""
    given = variables.get("FJDEX_CACHE")
    if given:
        return None if given == "off" else os.path.abspath(given)
    if sys.platform == "win32":
        return _below(variables.get("LOCALAPPDATA"), "fjdex", "cache")
    if variables.get("XDG_CACHE_HOME"):
        return _below(variables["XDG_CACHE_HOME"], "fjdex")
    own = ("Library", "Caches") if sys.platform == "darwin" else (".cache",)
    return _below(variables.get("HOME"), *own, "fjdex")


def _below(folder: str | None, *names: str) -> str | None:
    return os.path.join(folder, *names) if folder and os.path.isabs(folder) else None


def program() -> bytes:
    """Answer a fingerprint of all that makes an answer of data: our code and what it stands on."""
    whole = hashlib.sha256(sys.version.encode())
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for path in sorted(_sources(package)):
        with open(path, "rb", buffering=0) as file:
            whole.update(hashlib.sha256(file.read()).digest())
    for name in sorted(set(_releases())):
        whole.update(name.encode() + b"\n")
    return whole.digest()


def _sources(folder: str) -> "Iterable[str]":
    with os.scandir(folder) as entries:
        found = list(entries)
    for entry in found:
        if entry.is_dir():
            if entry.name not in {"__pycache__", "seeds"}:
                yield from _sources(entry.path)
        else:
            yield entry.path


def _releases() -> "Iterable[str]":
    """Answer the installed releases of our dependencies, by the names of their folders."""
    for folder in sys.path:
        if os.path.basename(folder) in {"site-packages", "dist-packages"}:
            for name in os.listdir(folder):
                if name.endswith(".dist-info") and name.lower().startswith(_LIBRARIES):
                    yield name


def key_of(parts: "Sequence[str]") -> str:
    """Answer the name of what was asked: of the program and of every part of the question."""
    whole = hashlib.sha256(program())
    for part in parts:
        data = part.encode(errors="surrogateescape")
        whole.update(b"%d\0" % len(data) + data)
    return whole.hexdigest()


class Answer:
    """What was said: of the folder that was named so, with these bytes, and the exit code."""

    def __init__(self, named: str, digest: str, code: int, chunks: "Sequence[Chunk]") -> None:
        self.named, self.digest, self.code, self.chunks = named, digest, code, chunks


def find(folder: str, key: str) -> Answer | None:
    """Answer what was said to a question, None where it is not on file whole."""
    try:
        with open(os.path.join(folder, "answers", key), "rb") as file:
            data = file.read(_MOST_OF_ONE)
    except OSError:
        return None
    seal, body = data[:_SEAL], data[_SEAL:]
    if hashlib.sha256(body).digest() != seal or not body.startswith(_MAGIC):
        return None
    try:
        return _unpacked(body[len(_MAGIC) :])
    except ValueError:
        return None


def _unpacked(body: bytes) -> Answer:
    head, _, rest = body.partition(b"\n")
    named, digest, code, *lengths = head.decode().split(" ")
    chunks = []
    for each in lengths:
        stream, length = map(int, each.split(":"))
        if stream not in {1, 2}:
            raise ValueError(stream)
        chunks.append((stream, rest[:length]))
        rest = rest[length:]
    text = bytes.fromhex(named).decode(errors="surrogateescape")
    return Answer(text, digest, int(code), chunks)


def keep(folder: str, key: str, answer: Answer) -> None:
    """Keep an answer; where that is not possible, do without."""
    named = answer.named.encode(errors="surrogateescape").hex()
    lengths = (f" {stream}:{len(data)}" for stream, data in answer.chunks)
    head = f"{named} {answer.digest} {answer.code}{''.join(lengths)}\n"
    body = _MAGIC + head.encode() + b"".join(data for _, data in answer.chunks)
    if len(body) + _SEAL > _MOST_OF_ONE:
        return
    place = os.path.join(folder, "answers")
    beside = os.path.join(place, f"{key}.{os.getpid()}.new")
    try:
        os.makedirs(place, mode=0o700, exist_ok=True)
        with open(beside, "xb") as file:
            file.write(hashlib.sha256(body).digest() + body)
        os.replace(beside, os.path.join(place, key))
        _forget_oldest(place)
    except OSError:
        _remove(beside)


def _forget_oldest(place: str) -> None:
    """Keep the newest answers, so many of them and so many bytes."""
    with os.scandir(place) as entries:
        found = [(entry.stat().st_mtime_ns, entry.stat().st_size, entry.path) for entry in entries]
    whole = 0
    for number, (_, size, path) in enumerate(sorted(found, reverse=True), start=1):
        whole += size
        if number > _MOST_ANSWERS or whole > _MOST_OF_ALL:
            _remove(path)


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return
