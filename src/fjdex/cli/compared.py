"""Which two states of the data folder the words after `fjdex diff` mean, and what they hold."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fjdex.cli.desk import Desk
from fjdex.cli.revisions import repository_of
from fjdex.load import Loaded, load
from fjdex.messages import Voice
from fjdex.plan.failures import Failure
from fjdex.review.sides import loaded_sides
from fjdex.store.folder import Snapshot, read_folder
from fjdex.store.git import NOTHING, Listing, Repository, Revision

# As git writes two revisions in one word: with three dots, since they parted; HEAD may be left out.
_span = re.compile(r"(?!:/)([^{]*?)(\.{2,3})([^.{][^{]*|)").fullmatch
_MOST = 2
_HEAD = "HEAD"
_NO_FOLDER = frozenset({"folder-not-in-revision", "folder-uncommitted"})


@dataclass(frozen=True)
class Asked:
    """Two states: `after` is None for the files on disk."""

    before: Revision
    after: Revision | None

    def named(self, voice: Voice) -> tuple[str, str]:
        """Say what the two states are."""
        return _named(self.before, voice), _named(self.after, voice)


@dataclass(frozen=True)
class Compared:
    """Two states of the folder, read and loaded; `same` are the files that are equal."""

    asked: Asked
    before: Loaded
    after: Loaded
    same: frozenset[str]
    snapshots: tuple[Snapshot, Snapshot]


def _named(revision: Revision | None, voice: Voice) -> str:
    if revision is None:
        return voice("diff.side.disk")
    if revision.commit is None or revision.day is None:
        return voice("diff.side.nothing" if revision.void else "diff.side.staged")
    name = revision.short
    if not revision.commit.startswith(revision.name):
        name = f"{revision.name} {revision.short}"
    return voice("diff.side.commit", name=name, day=revision.day.isoformat())


def asked_of(
    repository: Repository, words: Sequence[str], *, staged: bool, merge_base: bool
) -> Asked:
    """Answer the two states that are meant; raises `Failure`.

    Without a word the last commit and the files on disk, with one that revision and those, with
    two these. `staged` puts what is staged in the place of the files on disk, `merge_base` the last
    commit that both have in common in the place of the first.
    """
    match = _span(words[0]) if len(words) == 1 else None
    if match:
        words = (match[1] or _HEAD, match[3] or _HEAD)
        merge_base = merge_base or match[2] == "..."
    if len(words) > _MOST:
        raise Failure("revisions-many", text=words[_MOST])
    if staged and len(words) == _MOST:
        raise Failure("options-exclusive", one="--staged", other=words[1])
    if merge_base and not words:
        raise Failure("merge-base-alone")
    revisions = [repository.revision(one) for one in words]
    before = revisions[0] if revisions else repository.head() or NOTHING
    after = revisions[1] if len(revisions) == _MOST else repository.staged() if staged else None
    if merge_base:
        tip = after if after and after.commit else repository.revision(_HEAD)
        before = repository.merge_base(before, tip)
    return Asked(before, after)


def compared(desk: Desk, words: Sequence[str], *, staged: bool, merge_base: bool) -> Compared:
    """Answer two states of the data folder; what is equal in both is read once."""
    repository = repository_of(desk)
    try:
        asked = asked_of(repository, words, staged=staged, merge_base=merge_base)
    except Failure as failure:
        raise _told_by_id(desk, failure) from failure
    listing = _listing(repository, asked.before, implied=not words)
    if listing is None:
        asked, listing = Asked(NOTHING, asked.after), repository.listing(NOTHING)
    after, blobs = _after(desk, repository, asked.after, listing)
    led = _led_out(repository, listing, after) if asked.after is None else frozenset()
    same = led | {one for one in after.texts if listing.blobs.get(one) == blobs[one]}
    others = (frozenset(listing.blobs) - same) | {one.place.file for one in listing.refused}
    others -= {*same, *(one.partition("/")[0] for one in led)}
    before = repository.read(listing, asked.before, others)
    sides = loaded_sides(before, after, same, desk.recall(after))
    return Compared(asked, *sides, same, (before, after))


def _told_by_id(desk: Desk, failure: Failure) -> Failure:
    """Answer how to ask for a record or a file that was taken for a revision's name."""
    if failure.code.partition(".")[0] != "revision-unknown":
        return failure
    snapshot, text = desk.snapshot(), failure.arguments["text"]
    if text in load(snapshot.texts, snapshot.refused).draft.records:
        return Failure("revision-is-id", text=text)
    files = (snapshot.folder.name, *snapshot.texts)
    is_file = any(f"/{text}".rstrip("/").endswith(f"/{name}") for name in files)
    return Failure("revision-is-file", text=text) if is_file else failure


def _led_out(repository: Repository, listing: Listing, disk: Snapshot) -> frozenset[str]:
    """Answer the files that links lead to which are as they were, and lead out of the repository.

    Of what lies there git knows nothing, so that it is taken for what it was.
    """
    links = listing.links.items()
    kept = [one for one, id_ in links if repository.link_id(disk.folder / one) == id_]
    return frozenset(
        name for name in disk.texts for link in kept if f"{name}/".startswith(f"{link}/")
    )


def _listing(repository: Repository, before: Revision, *, implied: bool) -> Listing | None:
    """Answer the files of the first state; None where nobody asked for it and it has no folder."""
    try:
        return repository.listing(before)
    except Failure as failure:
        if implied and failure.code in _NO_FOLDER:
            return None
        raise


def _after(
    desk: Desk, repository: Repository, revision: Revision | None, before: Listing
) -> tuple[Snapshot, Mapping[str, str]]:
    """Answer the second state, and the id that git has, or would have, of each of its files."""
    if revision is not None:
        listing = repository.listing(revision)
        return repository.read(listing, revision), listing.blobs
    snapshot = read_folder(desk.folder())
    if not before.blobs.keys() <= snapshot.raw.keys():
        snapshot = repository.left_out(snapshot)
    return snapshot, {name: repository.blob_id(raw) for name, raw in snapshot.raw.items()}
