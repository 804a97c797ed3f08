-- Where in the journal a deed stands: patterns are looked for in what is new since the last look (S7).
alter table supervision.deed add column position bigint not null default 0;
create index deed_in_order on supervision.deed (position);

-- How far it was looked, and up to which close; one row, locked while somebody looks.
create table supervision.pattern_look (
    looked_until timestamptz,
    position     bigint  not null,
    only_row     boolean primary key default true check (only_row)
);
insert into supervision.pattern_look (position) values (0);

-- What was found: kept with its evidence, and what became of it.
create table supervision.finding (
    id         bigint      not null,
    found_at   timestamptz not null,
    noted_at   timestamptz,
    version    integer     not null,
    -- the version of the thresholds it was found by
    thresholds integer     not null,
    -- among how many the evidence stands out; 0 where it stands for itself
    among      integer     not null,
    centre     smallint    not null,
    pattern    text        not null,
    -- a window, a person or a case, as the pattern has it
    subject    text        not null,
    department text        not null,
    evidence   text        not null,
    noted_by   text,
    note       text,
    primary key (centre, id)
);
create index finding_in_order on supervision.finding (centre, found_at, id);
create index finding_of_pattern on supervision.finding (centre, pattern, found_at, id);

-- An event is evidence of a pattern once.
create table supervision.evidence (
    finding bigint   not null,
    stream  bigint   not null,
    version integer  not null,
    centre  smallint not null,
    pattern text     not null,
    primary key (centre, pattern, stream, version)
);
