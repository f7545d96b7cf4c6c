"""Turns records into what is true on a date: membership, votes, duties, participation, deadlines; judged only here."""
