"""Properties take the time they need: the machines that run them differ too much for deadlines."""

from hypothesis import settings

settings.register_profile("properties", deadline=None)
settings.load_profile("properties")
