-- What people said of what is the same: only ever added to. An undo is a judgement that takes another one back.
CREATE TABLE IF NOT EXISTS judgement (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    subject TEXT NOT NULL,
    record TEXT NOT NULL
) STRICT;

-- What people are called elsewhere, by the id that they had when it was said.
CREATE TABLE IF NOT EXISTS external_id (
    thing TEXT NOT NULL,
    link TEXT NOT NULL,
    PRIMARY KEY (thing, link)
) STRICT, WITHOUT ROWID;

-- From here on everything is made from reports and judgements, and can be made again.
-- The version of the resolution that made it, and the last reading and the last judgement that it has seen.
CREATE TABLE IF NOT EXISTS resolution (
    version TEXT NOT NULL,
    reading INTEGER NOT NULL,
    judgement INTEGER NOT NULL
) STRICT;

-- Things that may be the same: reports of engagements, and people and bodies as they are told of. `cluster` is the least id among those that are.
CREATE TABLE IF NOT EXISTS thing (
    number INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    cluster TEXT,
    UNIQUE (subject, id)
) STRICT;
CREATE INDEX IF NOT EXISTS thing_cluster ON thing (subject, cluster);

-- Hashes of the keys by which things find each other.
CREATE TABLE IF NOT EXISTS block (
    block INTEGER NOT NULL,
    thing INTEGER NOT NULL REFERENCES thing (number),
    PRIMARY KEY (block, thing)
) STRICT, WITHOUT ROWID;

-- How alike two things are, once each way; `via` is the record that says so, or empty.
CREATE TABLE IF NOT EXISTS link (
    one INTEGER NOT NULL REFERENCES thing (number),
    other INTEGER NOT NULL REFERENCES thing (number),
    via TEXT NOT NULL,
    score REAL NOT NULL,
    PRIMARY KEY (one, other, via)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS link_via ON link (via) WHERE via <> '';

-- Which reports tell of a thing.
CREATE TABLE IF NOT EXISTS telling (
    thing INTEGER NOT NULL REFERENCES thing (number),
    report TEXT NOT NULL,
    PRIMARY KEY (thing, report)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS telling_report ON telling (report);
