-- What supervision keeps of each case it has followed. Made from the journal by a follower, and by nothing else.
create table supervision.followed (
    case_id     bigint      not null,
    received_at timestamptz not null,
    -- the earliest limit still open; null where nothing is due
    due_at      timestamptz,
    ended_at    timestamptz,
    due_on      date,
    -- the version of the case it was last seen in
    version     integer     not null,
    centre      smallint    not null,
    -- its worst card that wasn't lifted: 0 none, 1 warning, 2 yellow, 3 red
    colour      smallint    not null,
    open        boolean     not null,
    suspended   boolean     not null,
    number      text        not null,
    item_code   text        not null,
    department  text        not null,
    -- empty for cases of a station
    at_window   text        not null,
    holder      text        not null,
    step        text,
    -- the role the current step is given to
    step_role   text,
    primary key (centre, case_id)
)
with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

-- The numbers of the board open their cases.
create index followed_open on supervision.followed (centre, department, at_window, case_id) where open;
create index followed_coloured on supervision.followed (centre, colour, department, case_id) where open and colour > 0;
create index followed_suspended on supervision.followed (centre, department, case_id) where open and suspended;
create index followed_due on supervision.followed (centre, due_on, department, case_id) where open;
-- Previews look at what was open in a period.
create index followed_ended on supervision.followed (centre, ended_at) where not open;

-- The live board, prepared: open cases by where they are and the day they are due; a few thousand rows however many cases.
create table supervision.tally (
    due_on     date     not null,
    open       integer  not null,
    suspended  integer  not null,
    warned     integer  not null,
    yellow     integer  not null,
    red        integer  not null,
    centre     smallint not null,
    department text     not null,
    at_window  text     not null,
    primary key (centre, department, at_window, due_on)
)
with (fillfactor = 50);

-- One row for each signal that is still to come, or that has come and isn't raised yet; gone once it is (S2).
create table supervision.watch (
    -- the case, or the card or assignment that is to be answered: a stream of the journal
    owner        bigint      not null,
    -- which clock of the owner's: kind, what it is about, when it began; no kind for what is no clock
    started_at   timestamptz not null,
    -- the instant the card is dated at
    at           timestamptz not null,
    -- the first instant at which it holds
    wake_at      timestamptz not null,
    due_at       timestamptz,
    -- to be lifted again as soon as it is raised: when, because the signal moved to which instant
    lift_at      timestamptz,
    moved_to     timestamptz,
    -- the card to lift; null where one is to be raised
    card         bigint,
    lift_edition bigint,
    lift_version integer,
    centre       smallint    not null,
    colour       smallint    not null,
    -- set aside by the sweep: the case has changed since, and the follower will look at it again
    held         boolean     not null default false,
    clock        text        not null,
    reference    text        not null,
    rule         text        not null,
    rule_set     text        not null,
    -- the role that answers; null: whoever the current step is given to
    role         text,
    lift_cause   text,
    -- what the card says of its owner, where that isn't what the owner is now
    subject      text,
    primary key (centre, owner, clock, reference, started_at, colour, at)
)
with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

create index watch_due on supervision.watch (wake_at, owner) where not held;

-- A card; what was done with it is in its stream of the journal.
create table supervision.card (
    id           bigint      not null,
    -- the case it is about; null for an assigned task without one
    case_id      bigint,
    owner        bigint      not null,
    started_at   timestamptz not null,
    at           timestamptz not null,
    due_at       timestamptz,
    recorded_at  timestamptz not null,
    -- the last instant for explaining; null where nobody has to
    explain_by   timestamptz,
    withdrawn_edition bigint,
    withdrawn_version integer,
    version      integer     not null,
    case_version integer     not null,
    points       integer     not null,
    centre       smallint    not null,
    colour       smallint    not null,
    late         boolean     not null,
    lifted       boolean     not null,
    appealed     boolean     not null,
    state        text        not null check (state in ('OPEN', 'EXPLAINED', 'FOUND', 'APPEALED', 'LIFTED')),
    clock        text        not null,
    reference    text        not null,
    rule         text        not null,
    rule_set     text        not null,
    case_number  text,
    department   text        not null,
    at_window    text        not null,
    step         text,
    -- the post that answers, and who held it then where that was one person
    role         text        not null,
    responsible  text,
    primary key (centre, id)
);

-- At most one card a threshold (S2); one that the system lifted because it was wrong makes room.
create unique index card_once on supervision.card (centre, owner, clock, reference, started_at, colour)
    where withdrawn_version is null;
create index card_of_case on supervision.card (centre, case_id);
create index card_in_order on supervision.card (centre, at, id);
create index card_of_department on supervision.card (centre, department, at, id);
create index card_of_number on supervision.card (centre, case_number);
create index card_of_person on supervision.card (centre, responsible, at, id);

-- Rule sets as filed (S1).
create table supervision.rule_set (
    id         bigint      not null,
    filed_at   timestamptz not null,
    valid_from date        not null,
    valid_to   date,
    number     integer     not null check (number > 0),
    version    integer     not null,
    centre     smallint    not null,
    region     text        not null,
    filed_by   text        not null,
    content    text        not null,
    primary key (centre, region, number)
);

-- What all watches of open cases were last computed with; and since when each calendar edition was in use, for reading the
-- journal again as it was read then.
create table supervision.computed (
    only_row boolean primary key default true check (only_row),
    edition  bigint  not null,
    rules    bigint  not null
);
create table supervision.edition (
    edition bigint      primary key,
    since   timestamptz not null
);
