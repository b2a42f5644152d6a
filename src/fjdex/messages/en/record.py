"""`fjdex record`."""

MESSAGES = {
    "done.add": "Recorded {what}: {value} ({where})",
    "done.correct": "Corrected {what}: {value} ({where})",
    "done.withdraw": "Withdrew {what}: {value} ({where})",
    "next": "Next: {command}",
    "nothing-written": "Nothing written.",
    "shown-only": "{id} is rated by what it rests on; its own state is shown only.",
    "sure": "{question} Is it right? [y/N] ",
    "rating": "Rating today: {before} → {after}",
    "filed": "{done} ({file})",
}
