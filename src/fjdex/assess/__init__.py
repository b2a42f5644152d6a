"""What a plan's readings amount to on a day: ratings, paces and flags. Arithmetic only.

Values are fractions and are compared unrounded; docs/methodology.md gives each rule with its
source.
"""
