"""Answers are found as they were kept; what is no answer is none."""

import hashlib
from pathlib import Path

import pytest

from fjdex.store.answers import Answer, Chunk, find, keep

KEY = "b" * 64
MAGIC = b"fjdex answer 1\n"
CHUNKS = [(1, "第一\n".encode()), (2, b""), (2, b"\xff said\n"), (1, b"1:1 \0")]


def parts(answer: Answer | None) -> tuple[str, str, int, list[Chunk]] | None:
    """Answer what an answer is made of."""
    if answer is None:
        return None
    return answer.named, answer.state, answer.code, list(answer.chunks)


def seal(folder: Path, body: bytes) -> None:
    """Put something under the key, whole and in its place, whatever it is."""
    place = folder / "answers" / KEY
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(hashlib.sha256(body).digest() + body)


@pytest.mark.parametrize("named", ["", "a folder/of ours", "省\n", "not-utf8-\udcff", "\ud800"])
@pytest.mark.parametrize("chunks", [[], CHUNKS])
@pytest.mark.parametrize("code", [0, 1])
def test_what_was_said_is_found(tmp_path: Path, named: str, chunks: list[Chunk], code: int) -> None:
    """Of a folder of any name, whatever was said and in what order."""
    keep(str(tmp_path), KEY, Answer(named, "state", code, chunks))

    assert parts(find(str(tmp_path), KEY)) == (named, "state", code, chunks)
    assert find(str(tmp_path), "c" * 64) is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        MAGIC,
        MAGIC[:-2] + b"2\n state 0\n",
        b"\x80\x04cposix\nsystem\n",
        MAGIC + b"\n",
        MAGIC + b" state\n",
        MAGIC + b" state 2\n",
        MAGIC + b" state 99999999999999999999\n",
        MAGIC + b" state x\n",
        MAGIC + b"zz state 0\n",
        MAGIC + b"80 state 0\n",
        MAGIC + "省 state 0\n".encode(),
        MAGIC + b" state 0 3:1\nx",
        MAGIC + b" state 0 1:2\nx",
        MAGIC + b" state 0 1:-1\nx",
        MAGIC + b" state 0 1:1\nxy",
        MAGIC + b" state 0 1:0\nx",
        MAGIC + b" state 0 1\nx",
        MAGIC + b" state 0 1:1:1\nx",
        MAGIC + b" state 0 1:" + b"9" * 5000 + b"\nx",
        MAGIC + b"\xff" * 1000,
    ],
)
def test_what_is_no_answer_is_none(tmp_path: Path, body: bytes) -> None:
    """Under a seal that is right too; and the next answer takes its place."""
    seal(tmp_path, body)
    assert find(str(tmp_path), KEY) is None

    keep(str(tmp_path), KEY, Answer("", "state", 0, CHUNKS))
    assert parts(find(str(tmp_path), KEY)) == ("", "state", 0, CHUNKS)


def test_what_is_too_long_is_not_kept(tmp_path: Path) -> None:
    """Two mebibytes, the head included."""
    keep(str(tmp_path), KEY, Answer("", "state", 0, [(1, b"x" * 2 * 1024 * 1024)]))

    assert find(str(tmp_path), KEY) is None
