"""What was said in a talk: transcripts, and the mirror that shows a practice talk to the one who held it."""
