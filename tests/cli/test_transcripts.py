"""Every transcript reads as what the commands in it answer today."""

from pathlib import Path

import pytest

from transcripts import played

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(path: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Commands answer what their transcript says, to the letter."""
    written = path.read_bytes().decode()

    now = played(written, tmp_path)

    if request.config.getoption("--update"):
        path.write_bytes(now.encode())
    else:
        assert now == written
