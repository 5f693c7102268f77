"""What is held, and the rules of custody."""
