"""The interface for programs, version 1: resources as JSON, described by OpenAPI."""
