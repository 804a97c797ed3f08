-- The cases behind a number of all departments, in order, and a period's figures kind by kind: one index for both.
drop index supervision.deed_counted;
create index deed_of_kind on supervision.deed (centre, kind, counted_at, stream);
