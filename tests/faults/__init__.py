"""What the archive keeps when its processes are killed."""
