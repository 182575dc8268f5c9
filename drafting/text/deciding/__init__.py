"""How amendments of one text stand to each other, and what a decision on one does to the rest."""
