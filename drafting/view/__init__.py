"""Plain frozen data that pages and exports show."""
