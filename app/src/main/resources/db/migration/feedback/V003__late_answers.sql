-- A limit that passed is noticed also where the answer came late and before anybody looked (S2).
drop index feedback.consultation_due;
create index consultation_due on feedback.consultation (due_at)
    where not unanswered and (answered_at is null or answered_at > due_at);
