-- What this database is for: once said, never changed. A simulation refuses a real centre's.
create table clockwork.purpose (
    only_row boolean primary key default true check (only_row),
    purpose  text    not null check (purpose in ('REAL', 'DEMONSTRATION'))
);

-- How far the simulated clock has come; no row where there never was one. Shown time = machine time + shift.
create table clockwork.simulation (
    only_row     boolean primary key default true check (only_row),
    shift_micros bigint  not null
);
