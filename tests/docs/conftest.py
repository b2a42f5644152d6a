"""`pytest tests/docs --update-docs` writes the outputs in the docs anew instead of comparing them.

Where pytest is called for more than this folder it meets the option too late to know it; then the
docs are only compared.
"""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-docs", action="store_true", help="write the outputs in the docs anew"
    )


@pytest.fixture
def updating(request: pytest.FixtureRequest) -> bool:
    """Whether outputs are to be written rather than compared."""
    return bool(request.config.getoption("--update-docs", default=False))
