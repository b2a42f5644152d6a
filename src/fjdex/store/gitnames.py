"""What a revision's name means to git, or the sentence why it means nothing here."""

from datetime import date

from fjdex.plan.failures import Failure
from fjdex.plan.scalars import Malformed, parse_day
from fjdex.store.gitrun import Git, refusal

HEAD = "HEAD"
# git's own words, in the language that `gitrun` asks it to speak.
_AMBIGUOUS = "is ambiguous"
_GUESSED = " only goes back to "
_HAS_ONLY = " only has "


def commit_of(git: Git, text: str, *, shallow: bool) -> str:
    """Answer the id of the commit that a name means; raises `Failure`.

    A name that means both a branch and a tag is refused, and so is a day before this clone's own
    log of a branch: git would take one of them, and the answer would be of another state.
    """
    said = git.ask("rev-parse", "--verify", text) if _could_be(text) else None
    if said is None or not said.done:
        raise _unknown(git, text, said.err if said else "", shallow=shallow)
    if _AMBIGUOUS in said.err and text != HEAD:
        raise Failure("revision-ambiguous", text=text)
    if _GUESSED in said.err or _HAS_ONLY in said.err:
        raise Failure("revision-before-log", text=text)
    named = said.out.decode().strip()
    commit = git.line("rev-parse", "--verify", "--quiet", f"{named}^{{commit}}")
    if commit is None:
        raise Failure("revision-no-commit", text=text)
    return commit


def _could_be(text: str) -> bool:
    """Whether a text can be one revision: no option, and nothing that is left out (`^main`)."""
    return bool(text.strip()) and not text.startswith(("-", "^"))


def _unknown(git: Git, text: str, err: str, *, shallow: bool) -> Failure:
    if _AMBIGUOUS in err:
        return Failure("revision-ambiguous", text=text)
    if git.line("rev-parse", "--verify", "--quiet", HEAD) is None:
        return Failure("repository-empty", path=str(git.folder))
    if err and "single revision" not in err and "unknown revision" not in err:
        told = refusal(err, git.folder)
        if told.code != "git-refused":
            return told
    try:
        return _of_a_day(git, text, parse_day(text), shallow=shallow)
    except Malformed:
        return Failure("revision-unknown.shallow" if shallow else "revision-unknown", text=text)


def _of_a_day(git: Git, text: str, day: date, *, shallow: bool) -> Failure:
    """Answer the failure that names the commit at the end of a day, to be typed instead.

    Of days before its first commit a clone without its whole history knows nothing.
    """
    lines = git.lines("rev-list", "--first-parent", "--format=%h %cI", HEAD, "--")
    commits = [line.split(" ") for line in lines[1::2]]
    for short, when in commits:
        if date.fromisoformat(when[:10]) <= day:
            return Failure("revision-day", text=text, commit=short, day=when[:10])
    early = "revision-day.shallow" if shallow else "revision-day.early"
    return Failure(early, text=text, day=commits[-1][1][:10])
