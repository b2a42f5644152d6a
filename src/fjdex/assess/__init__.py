"""What a plan's readings amount to on a day: ratings, paces and flags. Arithmetic only.

Values are fractions and are compared unrounded; the rules are those of DESIGN, section 5, and
docs/methodology.md gives each with its source.
"""
