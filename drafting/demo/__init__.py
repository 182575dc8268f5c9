"""The demo: one invented conference, with its texts, its seats and its history."""
