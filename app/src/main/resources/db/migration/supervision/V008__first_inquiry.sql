-- The first-inquiry person gets the case's warnings, whoever has it now (C5). Rows followed before have none until they are read again.
alter table supervision.followed add column first_inquiry text not null default '';
