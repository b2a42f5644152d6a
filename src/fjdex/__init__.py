"""fjdex: an indicator tracker over flat YAML files in git."""

__version__ = "0.1.0"
