"""An index in memory, for tests of what searches it."""

from __future__ import annotations

from collections import defaultdict
from contextlib import nullcontext
from dataclasses import replace

from elshi.store import IndexState, NamedValue


class RememberedIndex:
    """See `elshi.store.Index`."""

    def __init__(self):
        self._made = self._changes = 0
        self.begin("")

    def moment(self):
        return nullcontext()

    def state(self):
        return IndexState(self._version, self._made, self._entries, self._changes)

    def begin(self, version):
        self._version, self._made, self._entries, self._changes = version, self._made + 1, 0, self._changes + 1
        self._rows, self._cells, self._records = defaultdict(bytes), defaultdict(bytes), {}
        self._written = {}
        self._values, self._named, self._keys, self._words = {}, {}, set(), set()
        self._marked = defaultdict(set)

    def append(self, entries, rows, cells):
        for term, block, told in rows:
            self._rows[term, block] += told
        for column, chunk, told in cells:
            self._cells[int(column), chunk] += told
        self._entries += entries
        self._changes += 1

    def rows(self, terms, block=0):
        return sorted((t, b, told) for (t, b), told in self._rows.items() if t in set(terms) and b >= block)

    def cells(self, column, chunk=0):
        return sorted((c, told) for (k, c), told in self._cells.items() if k == column and c >= chunk)

    def name_entries(self, first, records):
        self._records.update((entry, record) for entry, (record, _) in enumerate(records, start=first))
        self._written.update(records)

    def forget_entries(self, records):
        gone = [entry for entry, record in self._records.items() if record in set(records)]
        for entry in gone:
            del self._records[entry]
        return gone

    def records(self, entries):
        return {entry: self._records[entry] for entry in entries if entry in self._records}

    def written(self, records):
        return {record: self._written[record] for record in records if record in self._records.values()}

    def add_values(self, facet, values):
        for value in values:
            if (facet, value) not in self._values:
                number = self._values[facet, value] = len(self._values) + 1
                self._named[number] = NamedValue(number, facet, value, "", "", number), self._changes + 1
        return self.values(facet, values)

    def values(self, facet, values):
        return {value: self._values[facet, value] for value in values if (facet, value) in self._values}

    def beginning(self, facet, prefix, limit):
        return [n for (f, value), n in self._values.items() if f == facet and value.startswith(prefix)][:limit]

    def listed(self, facet, changes):
        return [(n, v.value) for n, (v, changed) in self._named.items() if v.facet == facet and changed > changes]

    def named(self, numbers):
        return [self._named[n][0] for n in numbers if n in self._named]

    def name_values(self, names, keys):
        for number, label, language in names:
            self._named[number] = replace(self._named[number][0], label=label, language=language), self._named[number][1]
        self._keys.update(keys)

    def own(self, owners):
        self._changes += 1
        for number, owner in owners:
            self._named[number] = replace(self._named[number][0], owner=owner), self._changes

    def owners(self, facet, changes):
        return [(n, v.owner) for n, (v, changed) in self._named.items() if v.facet == facet and changed > changes]

    def found_under(self, keys, limit):
        return self.named(sorted({n for key, n in self._keys if key in set(keys)}))[:limit]

    def numbers_under(self, keys):
        return sorted({n for key, n in self._keys if key in set(keys)})

    def owned(self, owners):
        return [v for v, _ in self._named.values() if v.owner in set(owners)]

    def add_words(self, words):
        self._words.update(words)

    def words(self, beginning, limit):
        return sorted(w for w in self._words if w.startswith(beginning))[:limit]

    def mark(self, kind, keys):
        self._marked[kind].update(keys)

    def marked(self, kind, limit):
        return sorted(self._marked[kind])[:limit]

    def is_behind(self):
        return any(self._marked.values())

    def unmark(self, kind, keys):
        self._marked[kind].difference_update(keys)
