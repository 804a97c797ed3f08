-- Samples of closed files (S10), with everything needed to draw them again.
create table supervision.file_review (
    id           bigint      not null,
    drawn_at     timestamptz not null,
    concluded_at timestamptz,
    from_day     date        not null,
    to_day       date        not null,
    version      integer     not null,
    candidates   integer     not null,
    size         integer     not null,
    -- the version of the checklist the files are scored against
    checklist    integer     not null,
    centre       smallint    not null,
    state        text        not null check (state in ('OPEN', 'CONCLUDED')),
    title        text        not null,
    department   text,
    seed         text        not null,
    digest       text        not null,
    drawn_by     text        not null,
    primary key (centre, id)
);

-- The files of a sample, each with its score and what was said about it.
create table supervision.reviewed_file (
    id          bigint      not null,
    review      bigint      not null,
    case_id     bigint      not null,
    scored_at   timestamptz,
    object_by   timestamptz,
    version     integer     not null,
    score       integer,
    centre      smallint    not null,
    state       text        not null check (state in ('DRAWN', 'SCORED', 'OBJECTED', 'DECIDED')),
    case_number text        not null,
    item_code   text        not null,
    department  text        not null,
    reviewer    text,
    grade       text,
    deductions  text        not null,
    scored_by   text,
    objection   text,
    answer      text,
    primary key (centre, id)
);
create unique index reviewed_file_once on supervision.reviewed_file (centre, review, case_id);
-- What somebody is still to score, and what a department was told.
create index reviewed_file_to_score on supervision.reviewed_file (centre, reviewer, id) where state = 'DRAWN';
create index reviewed_file_of_department on supervision.reviewed_file (centre, department, id);
