"""Long work: queued in a table, run by a worker, rendered in a process of its own."""
