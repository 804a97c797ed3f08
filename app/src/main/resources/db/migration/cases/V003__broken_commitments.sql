-- Whether the commitment on which a case was granted proved false and wasn't put right (C16). Looked up by applicant before another
-- commitment is taken; an ordinary command writes the same false again, which costs no index entry.
alter table cases.case_file add column commitment_broken boolean not null default false;

create index case_of_broken_commitment on cases.case_file (applicant) where commitment_broken;
