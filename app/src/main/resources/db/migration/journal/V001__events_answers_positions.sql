-- The journal: what happened, appended once, never changed (C12, C13).

-- Stream numbers; taken in blocks, so that a new case costs no round trip.
create sequence journal.stream_number as bigint increment by 256 minvalue 1 cache 1;

-- Columns are ordered by alignment (8, 8, 8, 8, 4, 2, 2, then text), which saves up to 16 bytes a row.
create table journal.event (
    stream      bigint      not null,
    happened_at timestamptz not null,
    recorded_at timestamptz not null,
    -- The transaction that appended it, or that of its predecessor in the stream if that is later; only the sequencer
    -- uses it, to leave alone what may still be followed by something in flight.
    tx          xid8        not null default pg_current_xact_id(),
    version     integer     not null,
    centre      smallint    not null,
    -- Which database cluster's transaction numbers these are; goes up after a restore into another cluster.
    era         smallint    not null default 1,
    type        text        not null,
    actor       text        not null,
    post        text,
    at_window   text,
    body        json        not null,
    primary key (centre, stream, version),
    -- In one: the server reads and prepares each constraint anew with every statement.
    check (stream > 0 and version > 0 and centre > 0 and type <> '' and actor <> '')
)
with (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

create index event_tx on journal.event (tx);

comment on table journal.event is
    'What happened, in the order of each stream. Append-only. Bodies hold ids of parties, never personal data.';
comment on column journal.event.happened_at is 'When it happened, which may be earlier than when it was recorded.';

-- The first answer to each request with an idempotency key, kept 24 hours of machine time. No index but the key: the
-- clean-up reads the whole table once an hour, which is cheaper than an index entry for each answer.
create table journal.answer (
    kept_at     timestamptz not null default clock_timestamp(),
    status      smallint    not null,
    -- which preset dictionary the content was deflated with
    packing     smallint    not null,
    scope       bytea       primary key,
    body_digest bytea       not null,
    -- headers and body
    content     bytea       not null
)
with (autovacuum_vacuum_scale_factor = 0.05);
alter table journal.answer alter column content set storage external;

-- The dense position of each committed event, written by the sequencer only: a row holds a run of positions, the first of
-- which is its key, and names the events in order. A run takes an eighth of the log that a row and an index entry for each
-- event would.
create table journal.run (
    first    bigint     primary key check (first > 0),
    streams  bigint[]   not null,
    versions integer[]  not null,
    centres  smallint[] not null,
    check (cardinality(streams) > 0 and cardinality(versions) = cardinality(streams)
        and cardinality(centres) = cardinality(streams))
);

-- The same, event by event. Always ask with a range: positions lie in "p.position between a and b" and
-- "p.first between a - 2000 and b", because no run is longer than 2000.
create view journal.position as
select r.first, r.first + placed.place - 1 as position, placed.centre, placed.stream, placed.version
from journal.run r
cross join lateral unnest(r.centres, r.streams, r.versions) with ordinality as placed (centre, stream, version, place);

-- One row: how far the sequencer has come. It is locked while a node gives out positions.
create table journal.sequencer (
    only_row      boolean  primary key default true check (only_row),
    cluster       bigint   not null,
    era           smallint not null,
    last_position bigint   not null,
    tx            xid8     not null,
    centre        smallint not null,
    stream        bigint   not null,
    version       integer  not null
);
insert into journal.sequencer (cluster, era, last_position, tx, centre, stream, version)
select system_identifier, 1, 0, '0', 0, 0, 0 from pg_control_system();

-- How far each follower has come, and whether it stands still because something couldn't be digested.
create table journal.follower (
    name       text        primary key,
    position   bigint      not null check (position >= 0),
    stopped_at timestamptz,
    error      text,
    check ((stopped_at is null) = (error is null))
);

-- Streams that a follower couldn't digest: everything from this position on waits until somebody retries it.
create table journal.parked (
    follower  text        not null references journal.follower (name),
    centre    smallint    not null,
    stream    bigint      not null,
    position  bigint      not null,
    version   integer     not null,
    parked_at timestamptz not null,
    error     text        not null,
    primary key (follower, centre, stream)
);

-- Append-only, for everyone: the program's login lacks the rights, and who has them meets this trigger.
create function journal.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'BUG: % of %.% refused: the journal is append-only', tg_op, tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;
create trigger append_only before update or delete or truncate on journal.event
    for each statement execute function journal.refuse_change();
create trigger append_only before update or delete or truncate on journal.run
    for each statement execute function journal.refuse_change();

do $$
begin
    if exists (select from pg_roles where rolname = 'onewindow_program') and current_user <> 'onewindow_program' then
        revoke update, delete, truncate on journal.event, journal.run from onewindow_program;
        revoke insert, delete, truncate on journal.sequencer from onewindow_program;
    end if;
end
$$;

-- After a restore into another cluster transaction numbers begin again, so a cursor of the old numbers means nothing.
-- Once, with writers held off for as long as it takes: give a position to everything that has none, and begin an era, so
-- that old and new numbers can't be mixed up. The caller holds the sequencer's row. Runs with its owner's rights, because
-- the program may neither lock nor alter the table.
create function journal.begin_era() returns smallint
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    next_era smallint;
begin
    if exists (select from journal.sequencer s, pg_control_system() c where s.cluster = c.system_identifier) then
        raise exception 'BUG: a new era in the same cluster';
    end if;
    lock table journal.event in access exclusive mode;
    insert into journal.run (first, streams, versions, centres)
    select min(place), array_agg(stream order by place), array_agg(version order by place), array_agg(centre order by place)
    from (select (select last_position from journal.sequencer) + row_number() over (order by turn, centre, stream, version)
                     as place,
                 stream, version, centre
          from (select e.centre, e.stream, e.version,
                       max(e.recorded_at) over (partition by e.centre, e.stream order by e.version) as turn
                from journal.event e
                where not exists (select from journal.position p
                                  where p.centre = e.centre and p.stream = e.stream and p.version = e.version)) left_over
         ) placed
    group by (place - 1) / 500;
    select greatest(coalesce((select max(era) from journal.event), 0), (select era from journal.sequencer)) + 1 into next_era;
    execute format('alter table journal.event alter column era set default %s', next_era);
    update journal.sequencer
    set cluster = (select system_identifier from pg_control_system()),
        era = next_era,
        last_position = greatest(last_position, coalesce((select max(first + cardinality(streams) - 1) from journal.run), 0)),
        -- From here on events carry the new era. A transaction still running may have an older number, but none below this.
        tx = pg_snapshot_xmin(pg_current_snapshot()), centre = 0, stream = 0, version = 0;
    return next_era;
end
$$;
