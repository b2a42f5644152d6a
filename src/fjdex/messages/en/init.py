"""`fjdex init`."""

MESSAGES = {
    "done": "Laid down {path} ({count} files)",
    "next": "Next: fjdex status{where}; git add the folder to keep its history.",
    "git.line": "Added to {path}: {line}",
    "git.setting": "Set {name} in this repository's own configuration: git diff names the record of each hunk",
    "git.other": "{name} is set to something else and was left so.",
    "git.nothing": "Nothing was missing.",
}
