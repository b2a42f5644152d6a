"""The pages of one run of `fjdex report`: made, laid out, written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fjdex.assess.known import Known
from fjdex.bulletin.quarterly import Bulletin, page_of
from fjdex.bulletin.rated import Rated, rated
from fjdex.cli.desk import Desk
from fjdex.cli.progress import patience, told
from fjdex.plan.period import Period, quarter_of
from fjdex.plan.plan import Plan
from fjdex.plan.records import Agency
from fjdex.plan.scalars import visible
from fjdex.render.bulletin_words import Words
from fjdex.render.items import lead_said
from fjdex.render.markdown import bulletin_markdown
from fjdex.render.pictures import Pictures, pictures_of
from fjdex.store.folder import Snapshot, digest_of, read_templates
from fjdex.store.reports import Place, write_report

FORMATS = ("md", "html", "docx")
# The page that is printed lies nowhere; its name only tells it from its charts.
_PRINTED = Path("-")
# So many of the signs that no font here has are named.
_SIGNS = 10


@dataclass(frozen=True)
class Bulletins:
    """What is asked: a plan as known, a period, a format."""

    desk: Desk
    snapshot: Snapshot
    plan: Plan
    period: Period
    known: Known | None
    form: str

    def all_leads(self) -> list[Agency | None]:
        """Answer every agency that leads or shares something, in the plan's order."""
        named = {id_ for record in self.plan.records.values() for id_ in record.leads}
        return [agency for agency in self.plan.agencies if agency.id in named]

    def of(self, lead: Agency | None) -> Bulletin:
        """Answer the bulletin of the whole plan, or of one agency."""
        return page_of(self._rated, self.known, lead)

    @cached_property
    def _rated(self) -> Rated:
        return rated(self.plan, self.period)

    def tell_owed(self, leads: Sequence[Agency | None]) -> bool:
        """List the items that are behind and have no remark; answer whether there are any."""
        voice = self.desk.voice
        owed = {item.id: item for lead in leads for item in self.of(lead).owed}
        for id_, item in owed.items():
            name = self.plan.records[id_].title.in_(voice.language)
            lead = lead_said(self.plan, item, voice)
            self.desk.answer(voice("report.owed-item", id=id_, name=name, lead=lead) + "\n")
        if owed:
            asked = {"quarter": str(self.period), "asked": str(quarter_of(self.period.end))}
            self.desk.narrate(voice("report.owed-count", count=len(owed), **asked))
        return bool(owed)

    def write(self, leads: Sequence[Agency | None], output: str | None) -> None:
        """Write a page for each, and print its path; `-` prints the page itself.

        All are made before the first is written, so that a fault in one leaves the folder as it is.
        """
        with patience(self.desk, self.desk.voice("pages.making")):
            made = [self._made(self.of(lead), output) for lead in told(self.desk, leads)]
        if self._unshown:
            signs = "".join([*self._unshown][:_SIGNS])
            self.desk.narrate(self.desk.voice("pages.no-font", signs=signs))
        for place, files in made:
            if place is None:
                self.desk.answer(files[_PRINTED].decode())
                continue
            write_report(files)
            self.desk.answer(visible(self.desk.prefix(place).rstrip("/")) + "\n")

    def _made(self, made: Bulletin, output: str | None) -> tuple[Path | None, Mapping[Path, bytes]]:
        """Answer where a page goes, None for the terminal, and the files that it is made of."""
        printed = output == "-"
        place = Place(_PRINTED, "") if printed else self._place(made, output)
        # Markdown that is printed has no charts beside it.
        bare = printed and self.form == "md"
        pictures = Pictures() if bare else pictures_of(made, self.desk.voice, place.pictures)
        words = Words(made, self.desk.voice, self._digest, pictures, self._templates_digest)
        files = {place.page: self._page(self._markdown(words), words)}
        if self.form == "md":
            drawn = (*pictures.whole, *pictures.targets)
            files |= {place.page.parent / one.path: one.svg.encode() for one in drawn}
        return None if printed else place.page, files

    def _page(self, markdown: str, words: Words) -> bytes:
        """Answer the page in the form asked for; raises `Failure` where a library is missing."""
        drawn = (*words.pictures.whole, *words.pictures.targets)
        svgs, language = {one.path: one.svg for one in drawn}, words.voice.language
        if self.form == "html":
            from fjdex.render.html import html_page

            return html_page(markdown, svgs, language).encode()
        if self.form == "docx":
            from fjdex.render.word import signs_unshown, word_document

            self._unshown.update(dict.fromkeys(signs_unshown(svgs)))
            return word_document(markdown, svgs, language)
        return markdown.encode()

    def _markdown(self, words: Words) -> str:
        return bulletin_markdown(words, self._templates)

    @cached_property
    def _templates(self) -> Mapping[str, str]:
        """The team's own templates, by the path under which they are opened from here."""
        prefix = self.desk.prefix(self.snapshot.folder)
        return {prefix + name: text for name, text in self._own_templates.items()}

    @cached_property
    def _own_templates(self) -> Mapping[str, str]:
        return read_templates(self.snapshot.folder)

    @cached_property
    def _templates_digest(self) -> str:
        return digest_of(self._own_templates) if self._own_templates else ""

    @cached_property
    def _unshown(self) -> dict[str, None]:
        """The signs in drawings that no font of this machine has."""
        return {}

    @cached_property
    def _digest(self) -> str:
        return self.snapshot.digest

    def _place(self, made: Bulletin, output: str | None) -> Place:
        language = self.desk.voice.language
        lead = made.lead.id if made.lead else None
        if output:
            return Place.at(Path(self.desk.environment.here / output))
        folder = self.snapshot.folder.parent / "reports"
        return Place.of(folder, self.period, language, self.form, lead, made.known_by)
