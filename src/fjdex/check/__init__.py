"""The rules that look across records: one table of rules, a code for each kind of fault.

A rule answers findings and changes nothing. What is wrong with a record taken alone is found when
it is loaded; `check` answers both, in order of place.
"""
