-- One row a case: its facts as folded from its events, and what lists filter and sort by.
-- Columns are ordered by alignment, which saves bytes in each row version.
create table cases.case_file (
    id           bigint      not null,
    applicant    bigint      not null,
    edition      bigint      not null,
    received_at  timestamptz not null,
    -- the earliest limit still open, for lists; computed from the facts; infinity where nothing is due
    due_at       timestamptz not null,
    -- the next instant at which the law does something by itself (T4, T6, C10, C16)
    wake_at      timestamptz,
    version      integer     not null,
    item_version integer     not null,
    centre       smallint    not null,
    open         boolean     not null,
    number       text        not null,
    state        text        not null,
    item_code    text        not null,
    department   text        not null,
    holder       text        not null,
    at_window    text,
    station      text,
    step         text,
    -- the folded facts, as JSON deflated with a preset dictionary: they are written whole with each command
    facts        bytea       not null,
    primary key (centre, id),
    unique (number),
    check (version > 0 and (at_window is not null or station is not null))
)
-- Room on the page for the next version of a row: most commands then touch no other page.
with (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

create index case_of_window on cases.case_file (centre, at_window, due_at, id) where open;
create index case_of_department on cases.case_file (centre, department, due_at, id) where open;
-- Everything there ever was, newest first: a window or department with few cases would else be looked for among a million.
create index case_at_window on cases.case_file (centre, at_window, id);
create index case_in_department on cases.case_file (centre, department, id);
-- The day ledger. Rows come about in this order, so a summary of each few pages is enough, and costs nothing to keep.
create index case_received on cases.case_file using brin (received_at) with (pages_per_range = 16, autosummarize = on);
create index case_to_wake on cases.case_file (wake_at) where wake_at is not null;
create index case_of_applicant on cases.case_file (applicant, id);

-- Serials of case numbers (C11): never repeat in a centre, also after a restart; taken in small blocks.
create sequence cases.serial as integer increment by 16 minvalue 1 maxvalue 99999999 cache 1;

-- The calendar edition up to which open cases were recomputed (T1).
create table cases.calendar_seen (
    region  text   primary key,
    edition bigint not null
);
