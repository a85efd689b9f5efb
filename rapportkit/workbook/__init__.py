"""Everything the learner has: SQLite inside, one readable JSON file outside."""
