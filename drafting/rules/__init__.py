"""The procedure: kinds, labels, lives, access. Pure tables and small functions; no I/O, no clock."""
