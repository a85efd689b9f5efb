"""The coach's desk: assign, collect, mark, give back; files in a folder, no server."""
