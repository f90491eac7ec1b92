-- 0006: signs of withdrawal and red flags ticked at a visit, what was measured, and a sudden stop (WDL, AE-4, REN-7).

alter table visit add column withdrawal_asked integer not null default 0 check (withdrawal_asked in (0, 1));
alter table visit add column temperature_tenths integer check (temperature_tenths between 250 and 450);
alter table visit add column pulse integer check (pulse between 20 and 300);
alter table visit add column creatine_kinase_tenths integer check (creatine_kinase_tenths between 0 and 10000);
alter table visit add column stopped_hours integer check (stopped_hours between 1 and 2000);

create table visit_sign (
    visit_id text not null references visit (id),
    list text not null check (list in ('withdrawal', 'red-flag')),
    code text not null check (length(code) > 0),
    primary key (visit_id, list, code)
) /*strict*/;
