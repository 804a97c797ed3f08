-- The tree of county, townships and villages (GB/T 2260 codes), and who sits where in the hall.

create table divisions.division (
    code   text primary key check (code ~ '^[0-9]{6}([0-9]{3}([0-9]{3})?)?$'),
    parent text references divisions.division (code),
    level  text not null check (level in ('COUNTY', 'TOWNSHIP', 'VILLAGE')),
    kind   text not null check (kind <> ''),
    name   text not null check (name <> ''),
    check (length(code) = case level when 'COUNTY' then 6 when 'TOWNSHIP' then 9 else 12 end),
    check (level = 'COUNTY' and parent is null or level <> 'COUNTY' and code like parent || '___')
);

create index division_by_parent on divisions.division (parent, code);

-- One database runs one county's centre; its townships and villages hang below it.
create unique index division_one_county on divisions.division ((level)) where level = 'COUNTY';

create table divisions.zone (
    code text primary key check (code <> ''),
    name text not null check (name <> '')
);

create table divisions.department (
    code                 text primary key check (code <> ''),
    name                 text not null check (name <> ''),
    short_name           text not null check (short_name <> ''),
    name_en              text not null,
    zone                 text not null references divisions.zone (code),
    consult_phone        text not null,
    supervise_phone      text not null,
    -- Null where no administrative reconsideration lies against its acts (a company of public service).
    reconsideration_body text check (reconsideration_body <> ''),
    reconsideration_days integer not null check (reconsideration_days >= 0),
    court                text not null check (court <> ''),
    litigation_months    integer not null check (litigation_months > 0),
    check ((reconsideration_body is null) = (reconsideration_days = 0))
);

create table divisions.service_window (
    number     text primary key check (number <> ''),
    zone       text not null references divisions.zone (code),
    kind       text not null
        check (kind in ('DEPARTMENT', 'COMPREHENSIVE', 'CHARGING', 'COMPLAINT', 'GUIDANCE', 'INFORMATION')),
    department text references divisions.department (code),
    name       text not null check (name <> ''),
    check ((kind = 'DEPARTMENT') = (department is not null))
);

create index service_window_by_department on divisions.service_window (department);
