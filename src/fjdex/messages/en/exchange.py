"""`fjdex import`: what is wrong with a sheet, and what is said of it."""

MESSAGES = {
    "doubt": "{text} If that is right, say so with --yes",
    "pair": "{text}: {help}",
    "unable": "Nothing was written. Problems: {count}.",
    "refused": "Nothing was written: all or nothing. Problems: {count}.",
    "unchanged": "On file already: {count}.",
    "nothing": "There is nothing new; nothing was written.",
    "done": "Readings: {readings}. Remarks: {remarks}.",
    "by-record": "Recorded {id}: {count} readings ({file})",
    "file-unreadable": "it cannot be read ({why})",
    "file-empty": "the file is empty (0 bytes). Was it sent whole?",
    "file-corrupt": "the file is damaged: it is a workbook that cannot be unpacked or read. "
    "Ask for it again, or save it anew as .xlsx",
    "file-bomb": "unpacked this would be {size}, far more than any sheet. It was not opened",
    "file-too-large": "larger than {limit}. Save it in several files",
    "file-locked": "it is under a password. Save it without one",
    "file-old": "a workbook of the old kind (.xls). Save it as .xlsx",
    "file-page": "a web page, whatever its name says. Open it in a spreadsheet and save it as .xlsx",
    "file-not-sheet": "no sheet: neither .xlsx nor text in UTF-8, UTF-16 or GB18030",
    "file-json-list": "one list in JSON. Write one object a line",
    "file-ods": "an OpenDocument sheet (.ods). Save it as .xlsx",
    "file-binary": "a binary workbook (.xlsb). Save it as .xlsx",
    "file-macros": "a workbook with macros (.xlsm). Save it as .xlsx, without them",
    "quote-unclosed": 'a quotation mark (") in this row is not closed, or more follows it, '
    "so that nobody can say where the cells end",
    "cell-too-long": "a cell of this row is longer than any spreadsheet holds. Is a quotation mark missing?",
    "line-malformed": "this line is no JSON object, or names a key twice",
    "sheet-empty": "there is nothing in it",
    "heads-missing": "no row with heads: one names the item (id or name), one its value, reason or "
    "next step. `fjdex sheet` makes a sheet that has them",
    "sheet-hidden": "the sheet is hidden, and holds values.",
    "row-hidden": "the row is hidden, and says something.",
    "column-hidden": "the column is hidden, and says something.",
    "column-twice": "`{text}` means the same as column {other}. Take one of them out",
    "cell-error": "the cell shows an error, {text}",
    "formula-unstored": "a formula without a stored value. Open the file in a spreadsheet and save "
    "it, or write the value",
    "value-date": "a day, {text}, where a value should be. The spreadsheet may have made it one; "
    "write the value anew",
    "value-boolean": "{text} is no value",
    "value-twice": "a value ({text}) and a state. Leave one of them out",
    "value-missing": "nothing is said of `{text}` but this: its value is missing",
    "number-text": "`{text}` is a number that is stored as text.",
    "number-noise": "{text} holds more digits than a spreadsheet keeps; {meant} is what it shows.",
    "date-number": "{text} is a number, not a date (as a spreadsheet's count of days it would be "
    "{meant}). Format the cell as a date, or write 2022-09-30",
    "date-serial": "`{text}` is not a date (as a spreadsheet's count of days it would be {meant}). "
    "Write 2022-09-30",
    "date-malformed": "`{text}` is not a date. Write it as 2022-09-30, 2022年9月30日 or 2022Q3",
    "date-missing": "no date. Put one in the row, or say one for all such rows with --date or "
    "--quarter",
    "period-date": "the day {text}, where a period should be; {meant} may be meant.",
    "period-needed": "without its period this cannot count. Put what the value covers in a column "
    "`period`: 2022 or 2022-01/2022-09",
    "item-missing": "a value and no item: neither id nor name. A merged cell is empty but for its "
    "first row",
    "item-unknown": "there is no task, outcome or target `{text}`. Nearest: {near}",
    "item-ambiguous": "`{text}` is the name of {near}. Write the id",
    "item-mismatch": "the id is {id}, but `{text}` is the name of another item. Were some columns "
    "sorted without the others?",
    "row-twice": "{id} has the same date, area, part and source at {other}. Leave one of them out",
    "source-missing": "no source, and nothing says whose return it is. Put a source in the row, or "
    "name one with --source, or say --lead AGENCY --quarter 2022Q3",
    "reason-missing": "a next step for {id} and no reason. Give both, or neither",
    "action-missing": "a reason for {id} and no next step. Give both, or neither",
    "quarter-missing": "a reason, and nothing says for which quarter. Say it with --quarter 2022Q3",
    "remark-taken": "{id} has other words for {quarter} on file. To replace them: "
    "--correct --reason …",
    "said-otherwise": "the sheet says `{text}`, {name} says otherwise",
    "return-taken": "{id} is on the register and is no return. Name the source with --source",
    "rule-broken": "{text} ({rule})",
    "sign-forbidden": "a sign that no file may hold ({text})",
    "text-too-long": "longer than {limit} signs",
    "column-unknown": "not read, as their heads are not known: {text}",
    "total-passed": "a row of totals, not read: {text}",
    "sheet-passed": "no row with heads: the sheet was not read",
    "encoding": "read as {encoding}",
    "received-today": "{id} counts as received today, {day}. Another day: --received DATE",
    "linked": "some formulas look into other workbooks; the values that are stored were taken",
    "number-text.note": "`{text}` is stored as text, and was taken as a number",
    "number-noise.note": "{text} was taken as {meant}",
    "period-date.note": "the day {text} was taken as the month {meant}",
    "sheet-hidden.note": "the sheet is hidden, and was read",
    "row-hidden.note": "the row is hidden, and was read",
    "column-hidden.note": "the column is hidden, and was read",
}
