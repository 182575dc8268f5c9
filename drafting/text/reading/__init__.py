"""How a text and its amendments are shown to people."""
