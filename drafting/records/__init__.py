"""SQLAlchemy tables, the event log, the write gate and the migrations."""
