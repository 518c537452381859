"""Finding records: the language of queries, word forms, the index's entries, filters, ranking and facets."""
