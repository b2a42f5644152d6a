"""What all tests share: a world without the developer's own settings, and `--update`."""

from collections.abc import Iterator

import pytest

_NOT_OURS = (
    "FJDEX_CACHE",
    "FJDEX_DATA",
    "FJDEX_LANG",
    "FORCE_COLOR",
    "LC_ALL",
    "LC_MESSAGES",
    "PYTHONIOENCODING",
    "XDG_CACHE_HOME",
)
_OURS = {
    "COLUMNS": "80",
    "FJDEX_TODAY": "2026-11-23",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_NOSYSTEM": "1",
    "LANG": "C.UTF-8",
    "NO_COLOR": "1",
    "TZ": "UTC",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="write the transcripts anew; review them as a diff"
    )


@pytest.fixture(autouse=True, scope="session")
def _isolated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in _NOT_OURS:
            patch.delenv(name, raising=False)
        for name, value in _OURS.items():
            patch.setenv(name, value)
        patch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
        yield
