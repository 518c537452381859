"""Lets `python -m elshi` be the command `elshi`."""

from elshi.cli import main

if __name__ == "__main__":
    main()
