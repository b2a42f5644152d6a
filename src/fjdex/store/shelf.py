"""The user's cache folder: bytes by their name, sealed and bounded. Needs nothing but the system.

Whatever is wrong with it costs time and nothing else: what cannot be read whole is as if it were
not there, and what cannot be written is done without. Nothing in it can be executed.
"""

import hashlib
import os
import stat
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SEAL = hashlib.sha256().digest_size
# The dependencies whose releases may word, fold or read something otherwise.
_LIBRARIES = ("jinja2", "pydantic", "pydantic_core", "rich", "ruamel", "typer")


def cache_folder(variables: "Mapping[str, str]") -> str | None:
    """Answer where to keep things; None where FJDEX_CACHE=off, or where there is no home."""
    given = variables.get("FJDEX_CACHE")
    if given:
        return None if given == "off" else _absolute(given)
    if sys.platform == "win32":
        return _below(variables.get("LOCALAPPDATA"), "fjdex", "cache")
    if variables.get("XDG_CACHE_HOME"):
        return _below(variables["XDG_CACHE_HOME"], "fjdex")
    own = ("Library", "Caches") if sys.platform == "darwin" else (".cache",)
    return _below(variables.get("HOME"), *own, "fjdex")


def _absolute(folder: str) -> str | None:
    try:
        return os.path.abspath(folder)
    except OSError:
        return None  # the folder that we are in is gone


def _below(folder: str | None, *names: str) -> str | None:
    return os.path.join(folder, *names) if folder and os.path.isabs(folder) else None


class Shelf:
    """One kind of things in the cache: so many of them, and so many bytes of each and of all."""

    def __init__(self, folder: str, kind: str, *, most: int, each: int, all_: int) -> None:
        self._place = os.path.join(folder, kind)
        self._most, self._each, self._all = most, each, all_

    def take(self, name: str) -> bytes | None:
        """Answer what was put under a name, None where it is not there whole."""
        path = os.path.join(self._place, name)
        try:
            if not stat.S_ISREG(os.stat(path).st_mode):
                return None
            with open(path, "rb") as file:
                data = file.read(self._each + _SEAL + 1)
        except OSError:
            return None
        body = data[_SEAL:]
        whole = len(body) <= self._each and hashlib.sha256(body).digest() == data[:_SEAL]
        return body if whole else None

    def put(self, name: str, data: bytes) -> None:
        """Put something under a name, in one step, and let the oldest go."""
        if len(data) > self._each:
            return
        beside = os.path.join(self._place, f"{name}.{os.getpid()}.new")
        try:
            os.makedirs(self._place, mode=0o700, exist_ok=True)
            with open(beside, "xb") as file:
                file.write(hashlib.sha256(data).digest() + data)
            os.replace(beside, os.path.join(self._place, name))
            self._forget_oldest()
        except OSError:
            _remove(beside)

    def _forget_oldest(self) -> None:
        with os.scandir(self._place) as entries:
            found = [(one.stat().st_mtime_ns, one.stat().st_size, one.path) for one in entries]
        whole = 0
        for number, (_, size, path) in enumerate(sorted(found, reverse=True), start=1):
            whole += size
            if number > self._most or whole > self._all:
                _remove(path)


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


def program() -> bytes:
    """Answer a fingerprint of all that makes an answer of data: our code and what it stands on.

    Raises `OSError` where that is no folder of files.
    """
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
        # The first of all is the folder that we are in, or the one of the script.
        if folder and os.path.isdir(folder) and folder != sys.path[0]:
            for name in os.listdir(folder):
                if name.endswith(".dist-info") and name.lower().startswith(_LIBRARIES):
                    yield name


def key_of(parts: "Iterable[str]", made_by: bytes) -> str:
    """Answer a name for what is made by a program from some words."""
    whole = hashlib.sha256(made_by)
    for part in parts:
        data = part.encode(errors="surrogatepass")
        whole.update(b"%d\0" % len(data) + data)
    return whole.hexdigest()
