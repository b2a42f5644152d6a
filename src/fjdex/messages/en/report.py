"""`fjdex report`: the words of the bulletin."""

MESSAGES = {
    "not-over": "warning: {quarter} is not over. The bulletin is as of {end}",
    "title": ": bulletin for {quarter}",
    "quarter": "Q{number} {year}",
    "dates": "As of {as_of}. The plan runs from {start}.",
    "published": " The figures used were published up to {day}.",
    "known": " Only figures published up to {day} are counted.",
    "overall": "Overall position",
    "sentence": "{list}: {count} in all; {classes}.",
    "class": "{name} {count}",
    "list": "List",
    "total": "Total",
    "rating": "Rating",
    "read-along": "Totals are per list; an outcome or task that rests on targets or outcomes is "
    "as its worst one is.",
    "behind": "Behind schedule",
    "behind-item": ": {rating}; {rests}; lead: {lead}",
    "reason": "Reason: ",
    "action": "Next step: ",
    "no-remark": "No reason or next step has been given for this quarter.",
    "none-behind": "Nothing is behind schedule for certain.",
    "open": "Due and not settled by what is on file ({count}):",
    "targets": "Targets",
    "outcomes": "Outcomes",
    "tasks": "Tasks",
    "target": "Target",
    "outcome": "Outcome",
    "task": "Task",
    "reading": "Latest reading",
    "expected": "Was due then",
    "pace": "Pace",
    "goal": "Goal",
    "due": "Due",
    "lead": "Lead",
    "rests": "Rests on",
    "agencies": "By agency",
    "agencies-note": "Numbers are targets / outcomes / tasks. The first agency listed leads.",
    "agency": "Agency",
    "leads": "Leads",
    "shares": "Shares",
    "behind-led": "Behind, of those led",
    "notes": "Notes on the data",
    "note.bounded": "Bounded figures (over, nearly, about): {names}. A bound decides a goal only "
    "where it does so for certain; a pace made of one says which way the true pace lies.",
    "note.provisional": "Provisional figures: {names}.",
    "note.disputed": "Sources that cannot both be true for one day: {names}.",
    "note.year-behind": "On the plan's schedule and behind this year's: {names}.",
    "note.stale": "No reading for longer than the reporting interval: {names}.",
    "note.fell-back": "Fell back after the goal was reached: {names}.",
    "note.no-reading": "{list}: for {count} nothing comparable has been published since the "
    "baseline. They are not rated, and nothing has been estimated.",
    "note.beside": "For these there are figures of another measure, area or part only, which do "
    "not rate the whole: {names}.",
    "note.reading": "{name}: {note}",
    "sources": "Sources",
    "stop": ", ",
    "method": "How ratings are made",
    "method-text": "Pace is progress made over progress due, both since the baseline and at the "
    "reading's own date. What was due lies on the planned path, or on a straight line from the "
    "baseline to the goal. At 1.05 and more an item is ahead of schedule, from 1 on schedule, "
    "from 0.60 behind, below that far behind, below 0 reversing, unless plan.yaml says otherwise. "
    "From the due date on only the goal counts: met, met late, met with the date unknown, missed, "
    "undecided or unconfirmed. Figures of another measure, area or part never rate the whole.",
}
