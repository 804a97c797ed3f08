-- The windows that are to take an item are drafted and filed with the version that discloses them (K2).
alter table catalogue.version add column windows text[];

create or replace function catalogue.keep_filed_version() returns trigger language plpgsql as $$
begin
    if old.filed_at is not null
        and (tg_op = 'DELETE'
            or (new.item, new.version, new.department, new.content, new.windows, new.drafted_by, new.drafted_at,
                new.filed_by, new.filed_at, new.effective_from)
               is distinct from
               (old.item, old.version, old.department, old.content, old.windows, old.drafted_by, old.drafted_at,
                old.filed_by, old.filed_at, old.effective_from)) then
        raise exception 'a filed version never changes (K1): % version %', old.item, old.version;
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end
$$;

-- Every change of an item is an event in the item's own stream (C12).
alter table catalogue.item add column stream bigint not null unique;
alter table catalogue.item add column events integer not null default 0 check (events >= 0);
