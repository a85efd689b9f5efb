"""One view a file; a view holds what is being typed, and nothing else."""
