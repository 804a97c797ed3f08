-- What happened to cases, as notices count it (S8) and patterns look at it (S7). Made from the journal by a follower, and by
-- nothing else: one row for each event that counts, never changed.
create table supervision.deed (
    -- the event: what it happened to, and its version there
    stream        bigint      not null,
    case_id       bigint      not null,
    -- the applicant's party number, of receipts; else 0
    applicant     bigint      not null,
    at            timestamptz not null,
    recorded_at   timestamptz not null,
    -- the instant by which it is counted: when it happened, or the first instant after the last close told of before it was known
    counted_at    timestamptz not null,
    version       integer     not null,
    minutes_left  integer,
    used_days     integer,
    promised_days integer,
    centre        smallint    not null,
    kind          text        not null,
    mark          text        not null,
    case_number   text        not null,
    item_code     text        not null,
    department    text        not null,
    at_window     text        not null,
    division      text        not null,
    actor         text        not null,
    post          text,
    primary key (centre, stream, version)
);
-- A period's figures, and the cases behind each.
create index deed_counted on supervision.deed (centre, counted_at);
create index deed_behind on supervision.deed (centre, kind, department, counted_at, stream);
-- What somebody, some window, some applicant did lately.
create index deed_by_actor on supervision.deed (centre, actor, kind, counted_at);
create index deed_at_window on supervision.deed (centre, at_window, kind, counted_at);
create index deed_of_applicant on supervision.deed (centre, applicant, item_code, counted_at) where kind = 'RECEIVED';

-- Notices as made (S8): a snapshot that nothing changes any more.
create table supervision.notice (
    id          bigint      not null,
    -- after this instant, up to and including that one
    after_at    timestamptz not null,
    until_at    timestamptz not null,
    made_at     timestamptz not null,
    -- of a daily one: how far the journal had been read, which tells what was counted from what came too late for it
    position    bigint      not null,
    first_day   date        not null,
    last_day    date        not null,
    year        integer     not null,
    serial      integer     not null,
    centre      smallint    not null,
    late        boolean     not null,
    kind        text        not null check (kind in ('DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'ANNUAL')),
    -- whom it is addressed to, as filed when it was made
    addressees  text        not null,
    lines       text        not null,
    primary key (centre, id)
);
-- Exactly once a period, whoever makes it.
create unique index notice_once on supervision.notice (centre, kind, first_day);
create unique index notice_numbered on supervision.notice (centre, year, serial);
create index notice_in_order on supervision.notice (centre, until_at, id);
create index notice_of_kind on supervision.notice (centre, kind, until_at, id);

-- Who has acknowledged which notice (阅签).
create table supervision.notice_receipt (
    notice    bigint      not null,
    read_at   timestamptz not null,
    centre    smallint    not null,
    user_name text        not null,
    primary key (centre, notice, user_name)
);

-- Between reading the journal and telling of it there is an order: whoever reads holds the row for share, whoever tells for
-- update. Since when notices are made at all: nothing is told of days before the program first ran.
create table supervision.counting (
    since    timestamptz,
    only_row boolean primary key default true check (only_row)
);
insert into supervision.counting (since) values (null);

-- What a centre sets for itself beside the rules of cards: addressees of notices, thresholds of patterns, the checklist of file
-- review. Each setting is a version of its own; nothing is changed or taken away.
create table supervision.standard (
    id       bigint      not null,
    since    timestamptz not null,
    version  integer     not null,
    centre   smallint    not null,
    name     text        not null,
    set_by   text        not null,
    content  text        not null,
    primary key (centre, name, version)
);
