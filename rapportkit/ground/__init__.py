"""What two people share, and the words on both sides that say so."""
