"""The pages of one run of `fjdex report`: made, laid out, written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fjdex.assess.known import Known
from fjdex.bulletin.quarterly import Bulletin, page_of
from fjdex.bulletin.rated import Rated, rated
from fjdex.cli.choice import agency_asked
from fjdex.cli.desk import Desk
from fjdex.cli.progress import told, wipe
from fjdex.plan.period import Period
from fjdex.plan.plan import Plan
from fjdex.plan.records import Agency
from fjdex.plan.scalars import visible
from fjdex.render.bulletin_words import Words
from fjdex.render.markdown import bulletin_markdown
from fjdex.render.pictures import pictures_of
from fjdex.store.folder import Snapshot, read_templates
from fjdex.store.reports import Place, write_report

FORMATS = ("md", "html", "docx")


@dataclass(frozen=True)
class Bulletins:
    """What is asked: a plan as known, a period, a format."""

    desk: Desk
    snapshot: Snapshot
    plan: Plan
    period: Period
    known: Known | None
    form: str

    def lead_asked(self, word: str | None) -> Agency | None:
        """Answer the agency that a name stands for; raises `Failure`."""
        return agency_asked(self.plan, word) if word else None

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
        owed = dict.fromkeys(item.id for lead in leads for item in self.of(lead).owed)
        for id_ in owed:
            record = self.plan.records[id_]
            name, lead = record.title.in_(voice.language), ", ".join(record.leads[:1])
            self.desk.answer(voice("report.owed-item", id=id_, name=name, lead=lead) + "\n")
        if owed:
            self.desk.narrate(voice("report.owed-count", count=len(owed), quarter=str(self.period)))
        return bool(owed)

    def write(self, leads: Sequence[Agency | None], output: str | None) -> None:
        """Write a page for each, and print its path; `-` prints the page itself."""
        for lead in told(self.desk, leads):
            made = self.of(lead)
            if output == "-":
                words = Words(made, self.desk.voice, self._digest)
                self.desk.answer(self._page(self._markdown(words), words).decode())
                continue
            self._write_page(made, output)

    def _write_page(self, made: Bulletin, output: str | None) -> None:
        place = self._place(made, output)
        pictures = pictures_of(made, self.desk.voice, place.pictures)
        words = Words(made, self.desk.voice, self._digest, pictures)
        files = {place.page: self._page(self._markdown(words), words)}
        if self.form == "md":
            drawn = (*pictures.whole, *pictures.targets)
            files |= {place.page.parent / one.path: one.svg.encode() for one in drawn}
        write_report(files)
        wipe(self.desk)
        self.desk.answer(visible(self.desk.prefix(place.page).rstrip("/")) + "\n")

    def _page(self, markdown: str, words: Words) -> bytes:
        """Answer the page in the form asked for; raises `Failure` where a library is missing."""
        drawn = (*words.pictures.whole, *words.pictures.targets)
        svgs, language = {one.path: one.svg for one in drawn}, words.voice.language
        if self.form == "html":
            from fjdex.render.html import html_page

            return html_page(markdown, svgs, language).encode()
        if self.form == "docx":
            from fjdex.render.word import word_document

            return word_document(markdown, svgs, language)
        return markdown.encode()

    def _markdown(self, words: Words) -> str:
        return bulletin_markdown(words, self._templates)

    @cached_property
    def _templates(self) -> Mapping[str, str]:
        """The team's own templates, by the path under which they are opened from here."""
        prefix = self.desk.prefix(self.snapshot.folder)
        texts = read_templates(self.snapshot.folder)
        return {prefix + name: text for name, text in texts.items()}

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
