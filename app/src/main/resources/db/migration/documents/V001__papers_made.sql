-- Papers that somebody asked for, as they were made: kept, so that what was printed can be shown for ever.
-- Nothing is written here when a command is given (house rule: no PDF on the hot path).
CREATE TABLE documents.document (
    centre           smallint    NOT NULL,
    subject          text        NOT NULL CHECK (subject <> ''),
    kind             text        NOT NULL,
    running          integer     NOT NULL CHECK (running >= 1),
    paper            text        NOT NULL,
    number           text        NOT NULL,
    template_version integer     NOT NULL CHECK (template_version >= 1),
    pdf              bytea       NOT NULL,
    made_at          timestamptz NOT NULL,
    prints           integer     NOT NULL DEFAULT 0 CHECK (prints >= 0),
    PRIMARY KEY (centre, subject, kind, running, paper)
);

-- A PDF is compressed already.
ALTER TABLE documents.document ALTER COLUMN pdf SET STORAGE EXTERNAL;
