"""Messages in Chinese."""
