"""Failures: why something cannot go on. They are raised anywhere and caught once, in `cli`.

A failure holds a code and arguments; `messages` makes the sentence. What is wrong in the data is a
finding and never raised.
"""


class Failure(Exception):  # noqa: N818 (the house's word)
    """The work cannot go on; `exit_code` is 2 unless a rule refused what was understood."""

    exit_code = 2

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(code)
        self.code = code
        self.arguments = arguments


class Refused(Failure):
    """What was asked is understood, and a rule says no."""

    exit_code = 1
