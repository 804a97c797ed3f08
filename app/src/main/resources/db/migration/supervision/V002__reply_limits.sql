-- What somebody is asked for and has to answer: reminders (no answer), supervision orders, assigned tasks (S5, S9).
create table supervision.assignment (
    id          bigint      not null,
    given_at    timestamptz not null,
    -- the last instant for answering; null for a reminder
    due_at      timestamptz,
    card        bigint,
    case_id     bigint,
    days        integer     not null,
    version     integer     not null,
    centre      smallint    not null,
    -- whether its limit has passed and a card was raised for it
    unanswered  boolean     not null,
    kind        text        not null check (kind in ('REMINDER', 'ORDER', 'TASK')),
    state       text        not null check (state in ('OPEN', 'ANSWERED', 'CLOSED')),
    department  text        not null,
    case_number text,
    assignee    text,
    given_by    text        not null,
    content     text        not null,
    answer      text,
    primary key (centre, id),
    check ((due_at is null) = (kind = 'REMINDER'))
);
create index assignment_due on supervision.assignment (due_at)
    where state = 'OPEN' and due_at is not null and not unanswered;
create index assignment_of_department on supervision.assignment (centre, department, id);
create index assignment_of_person on supervision.assignment (centre, assignee, id);

-- The same for the explanation of a card (S3).
alter table supervision.card add column unanswered boolean not null default false;
create index card_to_explain on supervision.card (explain_by)
    where state = 'OPEN' and explain_by is not null and not unanswered;

-- What waits for somebody's answer.
create index card_unexplained_of_department on supervision.card (centre, department, at, id) where state = 'OPEN';
create index assignment_open on supervision.assignment (centre, due_at, id) where state = 'OPEN';
create index assignment_of_case on supervision.assignment (centre, case_number, id);
