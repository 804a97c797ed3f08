-- Paper originals in somebody's keeping now (C15), one row a paper: followed from the events of cases.
create table cases.held_paper (
    case_id  bigint      not null,
    since    timestamptz not null,
    pages    integer     not null,
    centre   smallint    not null,
    material text        not null,
    bag      text,
    holder   text        not null,
    primary key (centre, case_id, material)
);
create index held_paper_since on cases.held_paper (centre, since, case_id, material);
