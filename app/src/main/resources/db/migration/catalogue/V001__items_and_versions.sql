-- What can be applied for. The content of a version is one immutable document; what rules and lists need are columns.
-- Whether a version is in effect, superseded or retired follows from the dates: no timer has to turn anything over.

create table catalogue.item (
    code text primary key check (code ~ '^[A-Za-z0-9._-]{1,40}$')
);

create table catalogue.version (
    item           text not null references catalogue.item (code),
    version        integer not null check (version >= 1),
    department     text not null check (department <> ''),
    content        jsonb not null,
    drafted_by     text not null,
    drafted_at     timestamptz not null,
    filed_by       text,
    filed_at       timestamptz,
    effective_from date,
    retired_from   date,
    primary key (item, version),
    check ((filed_at is null) = (filed_by is null)),
    check ((filed_at is null) = (effective_from is null)),
    check (retired_from is null or filed_at is not null)
);

-- One open draft of an item at a time.
create unique index version_one_draft on catalogue.version (item) where filed_at is null;

create index version_by_department on catalogue.version (department, item, version);

-- K1: a filed version never changes; all that may still happen to it is its retirement.
create function catalogue.keep_filed_version() returns trigger language plpgsql as $$
begin
    if old.filed_at is not null
        and (tg_op = 'DELETE'
            or (new.item, new.version, new.department, new.content, new.drafted_by, new.drafted_at,
                new.filed_by, new.filed_at, new.effective_from)
               is distinct from
               (old.item, old.version, old.department, old.content, old.drafted_by, old.drafted_at,
                old.filed_by, old.filed_at, old.effective_from)) then
        raise exception 'a filed version never changes (K1): % version %', old.item, old.version;
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end
$$;

create trigger keep_filed_version before update or delete on catalogue.version
    for each row execute function catalogue.keep_filed_version();

-- Which window takes which item; the order is the one shown, an item's own department first.
create table catalogue.window_item (
    service_window text not null check (service_window <> ''),
    item           text not null references catalogue.item (code),
    place          integer not null check (place >= 0),
    primary key (service_window, item)
);

create index window_item_by_item on catalogue.window_item (item, place);

-- Life events ("one matter") under which the public finds items.
create table catalogue.theme (
    code        text primary key check (code <> ''),
    name        text not null check (name <> ''),
    name_en     text not null,
    keywords    text not null,
    description text not null
);

create table catalogue.theme_item (
    theme text not null references catalogue.theme (code),
    item  text not null references catalogue.item (code),
    place integer not null check (place >= 0),
    primary key (theme, item)
);

-- Counts the changes, so that every node notices when its copy in memory is old.
create table catalogue.revision (
    one      boolean primary key default true check (one),
    revision bigint not null
);

insert into catalogue.revision (revision) values (1);
