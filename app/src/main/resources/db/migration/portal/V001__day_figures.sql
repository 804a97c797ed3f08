-- What the home page says of a day: counted from the events of cases, one row a day.
create table portal.day_figure (
    day       date     not null,
    centre    smallint not null,
    received  integer  not null,
    accepted  integer  not null,
    completed integer  not null,
    primary key (centre, day)
);
