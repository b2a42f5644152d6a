"""Why a command cannot go on, and what to type instead."""

MESSAGES = {
    "prefix": "error: {text}",
    "see-help": "See {command} --help.",
    "usage": "this command line is not understood",
    "command-unknown": "there is no command `{text}`. Did you mean {near}?",
    "option-unknown": "there is no option {text}",
    "option-unknown.near": "there is no option {text}. Did you mean {near}?",
    "option-incomplete": "{name} needs a value",
    "option-needed": "{name} is needed here",
    "options-exclusive": "{one} and {other} do not go together",
    "argument-missing": "{name} is missing",
    "argument-malformed": "{name} is not understood",
    "argument-extra": "`{text}` is too much; put a value with spaces in quotes",
    "variable-malformed": "{name}={text} is not a date. Write YYYY-MM-DD",
    "language-unknown": "`{text}` is not spoken here. Take zh or en",
    "no-data": "no data/plan.yaml in {path} or any folder above it. Go to the folder that holds "
    "your plan, name it with -C DIR, or lay one down with fjdex init",
    "no-data-at": "no plan.yaml in {path} or in {path}/data. Name the folder that holds it",
    "folder-unreadable": "{path} cannot be read ({why})",
    "data-unsound": "the data cannot be relied upon: {count} error(s). Mend them first; "
    "fjdex check --format full shows each with its line",
    "day-malformed": "`{text}` is not a date. Write YYYY-MM-DD, as in 2022-09-30",
    "day-before-plan": "{text} is before the plan. Nothing is rated before {start}",
    "day-ahead": "{text} is still to come (today is {today}). A reading is of a day that has been",
    "record-unknown": "there is no task, outcome or target `{text}`. Nearest: {near}",
    "agency-unknown": "there is no agency `{text}`. Nearest: {near}",
    "area-unknown": "there is no area `{text}`. Nearest: {near}",
    "part-unknown": "there is no part `{text}` of this record. It has: {near}",
    "source-unknown": "there is no source `{text}`. Nearest: {near}. Or add it first: "
    "fjdex source add {text} --publisher … --published …",
    "kind-unknown": "`{text}` is no kind. Take one of: {known}",
    "section-unknown": "`{text}` is no section. Take one of: {known}",
    "rating-unknown": "`{text}` is no rating. Take one of: {known}",
    "term-unknown": "`{text}` is no {name}. Take one of: {known}",
    "format-unknown": "`{text}` is no format. Take one of: {known}",
    "seed-unknown": "`{text}` is no plan that fjdex brings. Take one of: {known}",
    "period-malformed": "`{text}` is not a period. "
    "Write 2022, 2022H1, 2022Q3, 2022-09 or 2022-01/2022-09",
    "quarter-malformed": "`{text}` is not a quarter. Write it as 2022Q3",
    "quarter-before-plan": "{text} ends before the plan begins on {start}. "
    "There is nothing to report",
    "quantity-malformed": "`{text}` is not a number. Write it as in 71000, 7.1万 or 71,000",
    "quantity-of-another-unit": "`{text}` is not in {unit}. Give it in {unit}",
    "state-malformed": "`{text}` is not a state. Write planned, started, delivered or cancelled",
    "text-malformed": "{name} holds a line break or a sign that cannot be seen. "
    "Write it on one line",
    "words-malformed": "{text}: {help}",
    "doubt-share": "{text}% is no share between 0 and 100.",
    "doubt-falls": "The running total would fall from {before} to {text}.",
    "doubt-jump": "{text} is ten times more or less than the last reading, {before}.",
    "doubtful": "{question} If it is right, say so with --yes",
    "not-confirmed": "nothing was written",
    "would-break": "nothing was written: the data would have the error(s) above",
    "key-taken": "this date, area, part, measure and source are taken at {where}: {reading}. "
    "To replace that reading: --correct --reason …",
    "reading-absent": "there is no such reading of {id} on file. fjdex show {id} lists them",
    "reading-ambiguous": "{count} readings of {id} fit (lines {lines}). "
    "Say which with --date, --source, --area or --part",
    "source-taken": "there is a source `{id}` already. fjdex source list {id} shows it",
    "file-unsplicable": "{path} has a shape into which no line can be put safely. "
    "Write the list with one `- {{…}}` a line first",
    "file-changed": "{path} was changed by somebody else just now. Nothing was written; try again",
    "file-unwritable": "{path} cannot be written ({why})",
    "folder-taken": "{path} is there already. Name another folder",
    "unexpected": "something in fjdex itself went wrong ({kind}). No file is left half written. "
    "Please report this command with the version, {version}; FJDEX_DEBUG=1 shows more",
}
