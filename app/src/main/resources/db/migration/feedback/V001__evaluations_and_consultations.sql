-- One evaluation a case (F1): whoever holds the receipt's code gave it, nobody else can.
create table feedback.evaluation (
    centre    smallint    not null,
    case_id   bigint      not null,
    stream    bigint      not null,
    grade     text        not null
        check (grade in ('VERY_SATISFIED', 'SATISFIED', 'BASICALLY_SATISFIED', 'UNSATISFIED', 'VERY_UNSATISFIED')),
    tags      text[]      not null,
    comment   text        not null,
    channel   text        not null,
    at        timestamptz not null,
    primary key (centre, case_id)
);

-- Consultations (C1): asked, answered, counted.
create table feedback.consultation (
    id              bigint      not null,
    centre          smallint    not null,
    asked_at        timestamptz not null,
    window_number   text,
    handler         text        not null,
    asker           bigint,
    item_code       text,
    item_version    integer,
    question        text        not null,
    answer          text        not null,
    competent_body  text,
    primary key (centre, id)
);
create index consultation_of_window on feedback.consultation (centre, window_number, id);
