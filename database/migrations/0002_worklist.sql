-- 0002: what was marked on the worklist. Explained in database/README.md.

create table worklist_mark (
    patient_id text not null references patient (id),
    item text not null check (length(item) > 0),
    state text not null check (state in ('done', 'put-off')),
    until_date text check (length(until_date) = 10),
    who text not null,
    marked_at text not null,
    primary key (patient_id, item),
    check ((state = 'put-off') = (until_date is not null))
) /*strict*/;
