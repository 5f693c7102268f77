"""Many readers and some of the coordination at a real server, as browsers ask it."""
