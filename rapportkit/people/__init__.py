"""A person, and where each thing known of them came from."""
