-- What search keeps (see index.py): all of it can be made again from the records.
CREATE TABLE IF NOT EXISTS search_state (version TEXT NOT NULL, made INTEGER NOT NULL, entries INTEGER NOT NULL, changes INTEGER NOT NULL);
INSERT INTO search_state SELECT '', 1, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM search_state);
CREATE TABLE IF NOT EXISTS search_row (term INTEGER NOT NULL, block INTEGER NOT NULL, packed BLOB NOT NULL, PRIMARY KEY (term, block)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS search_cell (facet INTEGER NOT NULL, chunk INTEGER NOT NULL, packed BLOB NOT NULL, PRIMARY KEY (facet, chunk));
CREATE TABLE IF NOT EXISTS search_entry (number INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS search_value (
    number INTEGER PRIMARY KEY,
    facet TEXT NOT NULL,
    value TEXT NOT NULL,
    label TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    owner INTEGER,
    changed INTEGER NOT NULL,
    UNIQUE (facet, value)
);
CREATE INDEX IF NOT EXISTS search_value_changed ON search_value (facet, changed);
CREATE INDEX IF NOT EXISTS search_value_owner ON search_value (owner);
CREATE TABLE IF NOT EXISTS search_name (sound INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (sound, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS search_word (word TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS search_mark (kind TEXT NOT NULL, thing TEXT NOT NULL, PRIMARY KEY (kind, thing)) WITHOUT ROWID
