"""The sheets of one run of `fjdex sheet`: made, named, written."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fjdex.cli.desk import Desk
from fjdex.exchange.collection import collection
from fjdex.plan.failures import Failure
from fjdex.plan.period import Period
from fjdex.plan.plan import Plan
from fjdex.plan.records import Agency
from fjdex.plan.scalars import visible
from fjdex.render.form import form_of
from fjdex.store.forms import csv_form, write_forms, xlsx_form

_WRITERS = {"xlsx": xlsx_form, "csv": csv_form}


def format_asked(output: str | None, asked: str | None, *, alone: bool) -> str:
    """Answer the format: as the file's name ends, else the one asked for, else xlsx.

    Raises `Failure` for another one, and for two that contradict each other.
    """
    known = ", ".join(_WRITERS)
    if asked is not None and asked not in _WRITERS:
        raise Failure("format-unknown", text=asked, known=known)
    named = "csv" if output == "-" else Path(output).suffix[1:].lower() if output and alone else ""
    if named and named not in _WRITERS:
        raise Failure("format-unknown", text=named, known=known)
    if named and asked and named != asked:
        raise Failure("options-exclusive", one=f"-o {output}", other=f"--format {asked}")
    return named or asked or "xlsx"


@dataclass(frozen=True)
class Sheets:
    """What is asked: a plan, a quarter, a format; `shared` takes in what an agency shares."""

    desk: Desk
    plan: Plan
    quarter: Period
    form: str
    shared: bool

    def answer_one(self, agency: Agency, output: str | None, *, replace: bool) -> int:
        """Write the sheet of one agency; `-` prints it. Raises `Failure` where it has no row."""
        data = self._sheet(agency)
        if data is None:
            shares = any(agency.id in one.leads for one in self.plan.records.values())
            code = "sheet-nothing-led" if shares and not self.shared else "sheet-nothing"
            raise Failure(code, agency=agency.id)
        if output == "-":
            self.desk.answer(data.decode("utf-8-sig").replace("\r\n", "\n"))
        else:
            path = Path(output) if output else self._folder / f"{agency.id}.{self.form}"
            self._write([(path, data)], replace=replace)
        return 0

    def answer_all(self, output: str | None, *, replace: bool) -> int:
        """Write a sheet for each agency that has anything to report, into a folder."""
        leading = {id_ for one in self.plan.records.values() for id_ in self._asked(one.leads)}
        made = []
        folder = Path(output) if output else self._folder
        for agency in self.plan.agencies:
            data = self._sheet(agency) if agency.id in leading else None
            if data is not None:
                made.append((folder / f"{agency.id}.{self.form}", data))
        self._write(made, replace=replace)
        return 0

    def _asked(self, leads: Sequence[str]) -> Sequence[str]:
        return leads if self.shared else leads[:1]

    def _sheet(self, agency: Agency) -> bytes | None:
        asked = collection(self.plan, agency, self.quarter, shared=self.shared)
        return (
            _WRITERS[self.form](form_of(asked, self.desk.voice, text=self.form == "csv"))
            if asked.rows
            else None
        )

    @property
    def _folder(self) -> Path:
        return self.desk.folder().parent / "sheets" / str(self.quarter)

    def _write(self, made: Sequence[tuple[Path, bytes]], *, replace: bool) -> None:
        here = self.desk.environment.here
        write_forms([(here / path, data) for path, data in made], replace=replace)
        for path, _ in made:
            self.desk.answer(visible(self.desk.prefix(here / path).rstrip("/")) + "\n")
