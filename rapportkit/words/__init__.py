"""Remarks on what the learner writes: opening lines and the four messages."""
