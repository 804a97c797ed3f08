-- A question nobody could answer at once becomes an inquiry (C1a): whom it was passed to and what they said stands in "inquiries";
-- "waiting" names who hasn't said anything yet: codes of departments, LEADER for the leader.
alter table feedback.consultation
    alter column answer drop not null,
    add column version      integer     not null default 1,
    add column station      text,
    add column days         integer     not null default 0,
    add column due_at       timestamptz,
    add column inquiries    jsonb       not null default '[]',
    add column waiting      text[]      not null default '{}',
    add column told         text check (told in ('WINDOW', 'PHONE', 'POST')),
    add column answered_by  text,
    add column answered_at  timestamptz,
    add column unanswered   boolean     not null default false;
update feedback.consultation set told = 'WINDOW', answered_by = handler, answered_at = asked_at;
alter table feedback.consultation
    add check ((answer is null) = (answered_at is null)),
    add check (answer is not null or due_at is not null);

create index consultation_of_station on feedback.consultation (centre, station, id) where station is not null;
-- Few are open at a time: whoever looks for theirs walks them by their limits.
create index consultation_open on feedback.consultation (centre, due_at, id) where answered_at is null;
create index consultation_due on feedback.consultation (due_at) where answered_at is null and not unanswered;
