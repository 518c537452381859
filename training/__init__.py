"""From public data and weights to the shipped tagger, in one command. See README.md."""
