-- Documents: never changed. `key` is made from the content; `text` is UTF-8 in which a lone surrogate is kept.
CREATE TABLE document (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    text BLOB NOT NULL,
    origin TEXT NOT NULL
) STRICT;

-- What was made of a document, once for each outcome; the one with the highest number counts.
CREATE TABLE reading (
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (number),
    digest TEXT NOT NULL,
    language TEXT NOT NULL,
    elshi TEXT NOT NULL,
    steps TEXT NOT NULL,
    tagger TEXT NOT NULL,
    read_at TEXT NOT NULL
) STRICT;
CREATE INDEX reading_document ON reading (document, number);

-- What a reading says of one engagement: the whole record, and the columns that lists ask for.
CREATE TABLE report (
    reading INTEGER NOT NULL REFERENCES reading (number),
    position INTEGER NOT NULL,
    engagement TEXT NOT NULL,
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    country TEXT,
    city TEXT,
    confidence REAL NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (reading, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_engagement ON report (engagement);
CREATE INDEX report_day ON report (first_day);

CREATE VIEW current_report AS
    SELECT report.*, document.key AS document, reading.language, reading.elshi, reading.steps, reading.tagger, reading.read_at
    FROM report
    JOIN reading ON reading.number = report.reading
    JOIN document ON document.number = reading.document
    WHERE reading.number = (SELECT max(newest.number) FROM reading AS newest WHERE newest.document = reading.document);
