"""`fjdex init`."""

MESSAGES = {
    "done": "Laid down {path} ({count} files)",
    "next": "Next: fjdex status{where}; git add the folder to keep its history.",
    "next.empty": "Next: write the plan's title and dates into {path}/plan.yaml, and its agencies, tasks, outcomes "
    "and targets into the files beside it (docs/data-format.md); fjdex check{where} says what is not right yet.",
    "git.line": "Added to {path}: {line}",
    "git.setting": "Set {name} in this repository's own configuration: git diff names the record of each hunk",
    "git.other": "{name} is set to something else and was left so.",
    "git.nothing": "Nothing was missing.",
}
