"""What changed between two states of a plan, in the plan's own terms, and which ratings moved.

A change of shape alone (order, quotes, comments) is no change. Arithmetic and comparison only:
where the two states come from is for others to know.
"""
