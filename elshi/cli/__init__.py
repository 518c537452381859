"""The command line: arguments and printing only."""

from elshi.cli.main import main

__all__ = ["main"]
