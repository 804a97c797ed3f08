-- What somebody is typing while receiving: one draft each, sealed, gone once received, dropped or out of date.
create table desk.receipt_draft (
    saved_at   timestamptz not null,
    centre     smallint    not null,
    user_name  text        not null,
    sealed     bytea       not null,
    primary key (centre, user_name)
);
create index receipt_draft_by_age on desk.receipt_draft (saved_at);
