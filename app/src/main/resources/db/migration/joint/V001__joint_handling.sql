-- Themes: a version's content is one document that never changes once filed (J1); whether it is in effect follows from the dates.
create table joint.theme (
    code   text   primary key check (code ~ '^[A-Za-z0-9._-]{1,40}$'),
    stream bigint not null,
    events integer not null check (events > 0)
);

create table joint.theme_version (
    theme          text    not null references joint.theme (code),
    version        integer not null check (version > 0),
    filed          boolean not null,
    effective_from date,
    retired_from   date,
    content        jsonb   not null,
    primary key (theme, version),
    check (filed = (effective_from is not null)),
    check (retired_from is null or filed)
);
create unique index theme_one_draft on joint.theme_version (theme) where not filed;

create function joint.keep_filed_theme() returns trigger language plpgsql as $$
begin
    if old.filed and (tg_op = 'DELETE' or (new.theme, new.version, new.filed, new.effective_from, new.content)
            is distinct from (old.theme, old.version, old.filed, old.effective_from, old.content)) then
        raise exception 'a filed theme never changes (J1): % version %', old.theme, old.version;
    end if;
    return coalesce(new, old);
end
$$;
create trigger keep_filed_theme before update or delete on joint.theme_version
    for each row execute function joint.keep_filed_theme();

-- Project files (J4, J6): owner, agent, priority, milestones; several applications belong to one.
create table joint.project (
    id         bigint   not null,
    centre     smallint not null,
    version    integer  not null check (version > 0),
    number     text     not null unique,
    green      boolean  not null,
    owner      bigint   not null,
    facts      jsonb    not null,
    primary key (centre, id)
);

-- One application for a stage (J2): its facts as folded from its events, and what lists and sweeps look for.
create table joint.application (
    id              bigint      not null,
    applicant       bigint      not null,
    edition         bigint      not null,
    project         bigint,
    received_at     timestamptz not null,
    due_at          timestamptz not null,
    wake_at         timestamptz,
    version         integer     not null check (version > 0),
    centre          smallint    not null,
    open            boolean     not null,
    number          text        not null unique,
    state           text        not null,
    lead_window     text        not null,
    lead_department text        not null,
    facts           jsonb       not null,
    primary key (centre, id)
);
create index application_of_window on joint.application (centre, lead_window, due_at, id) where open;
create index application_of_department on joint.application (centre, lead_department, due_at, id) where open;
create index application_to_wake on joint.application (wake_at) where wake_at is not null;
create index application_of_project on joint.application (project) where project is not null;

-- Which application a case is a member of.
create table joint.member (
    centre      smallint not null,
    case_id     bigint   not null,
    application bigint   not null,
    department  text     not null,
    primary key (centre, case_id)
);
create index member_of_application on joint.member (application);

-- Applications of which a member has moved since anybody looked: written by a follower, emptied by a sweep.
create table joint.moved (
    application bigint primary key
);

-- Joint review meetings (J4), of an application or of a project file.
create table joint.review (
    id          bigint   not null,
    centre      smallint not null,
    version     integer  not null check (version > 0),
    application bigint,
    project     bigint,
    -- the instant at which silence counts or is missed
    wake_at     timestamptz,
    facts       jsonb    not null,
    primary key (centre, id),
    check ((application is null) <> (project is null))
);
create index review_of_application on joint.review (application) where application is not null;
create index review_of_project on joint.review (project) where project is not null;
create index review_to_wake on joint.review (wake_at) where wake_at is not null;
