"""What people do: one file an act. Takes a session, an actor and a clock; knows no HTTP."""
