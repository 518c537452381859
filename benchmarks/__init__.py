"""Speed and memory of Elshi."""
