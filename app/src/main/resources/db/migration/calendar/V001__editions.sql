-- Working days by region and published edition (T1), business hours with validity periods (T2). Nothing here is ever changed:
-- what is wrong is imported again and gets a higher number; the highest number of a region and year counts.

create table calendar.region (
    code        text        primary key check (code = 'CN' or code ~ '^[0-9]{6}$'),
    -- Where a region takes its calendar from before its own days are added.
    parent      text        references calendar.region (code),
    name        text        not null check (name <> ''),
    -- Whether the region arranges days of its own every year, so that a year without them isn't final for it.
    yearly_days boolean     not null default false,
    check ((code = 'CN') = (parent is null)),
    check (code <> 'CN' or not yearly_days)
);

create table calendar.edition (
    number      bigint      primary key check (number > 0),
    region      text        not null references calendar.region (code),
    -- Null where the edition changes business hours only.
    year        integer     check (year between 1950 and 2200),
    notice      text        not null check (notice <> ''),
    imported_by text        not null check (imported_by <> ''),
    imported_at timestamptz not null
);

create index edition_by_region on calendar.edition (region, year, number);

create table calendar.special_day (
    edition bigint not null references calendar.edition (number),
    day     date   not null,
    kind    text   not null check (kind in ('OFF', 'WORK')),
    name    text   not null check (name <> ''),
    primary key (edition, day)
);

create table calendar.business_hours (
    edition    bigint primary key references calendar.edition (number),
    valid_from date   not null,
    opening    time   not null,
    closing    time   not null,
    check (opening < closing)
);

insert into calendar.region (code, parent, name, yearly_days)
values ('CN', null, '中华人民共和国', false),
       ('450000', 'CN', '广西壮族自治区', true);

do $$
begin
    if exists (select from pg_roles where rolname = 'onewindow_program') and current_user <> 'onewindow_program' then
        revoke update, delete, truncate on calendar.edition, calendar.special_day, calendar.business_hours
            from onewindow_program;
    end if;
end
$$;
