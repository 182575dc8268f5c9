"""Changes to whole clauses: operations on their ids, and how these stand to each other."""
