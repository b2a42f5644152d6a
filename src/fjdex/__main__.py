"""`python -m fjdex`."""

import sys


def run() -> None:
    """Run the command line of this process."""
    from fjdex.cli.environment import Environment  # noqa: PLC0415 (nothing before it is needed)
    from fjdex.cli.main import main  # noqa: PLC0415

    sys.exit(main(sys.argv[1:], Environment.of_process()))


if __name__ == "__main__":
    run()
