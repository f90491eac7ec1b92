-- 0004: what the rules ask of a patient beyond 0001, and the second name under an override.

alter table patient add column indication text not null default 'spasticity' check (length(indication) > 0);
alter table patient add column baclofen_allergy integer check (baclofen_allergy in (0, 1));
alter table patient add column planning_pregnancy integer check (planning_pregnancy in (0, 1));
alter table patient add column due_date text check (length(due_date) = 10);
alter table patient add column breastfeeding integer check (breastfeeding in (0, 1));
alter table patient add column infant_preterm integer check (infant_preterm in (0, 1));

create table fact_date (
    patient_id text not null references patient (id),
    fact text not null check (fact in ('allergies', 'tone-needed', 'dialysis', 'pregnancy', 'breastfeeding', 'height',
                                       'conditions', 'medicines')),
    on_date text not null check (length(on_date) = 10),
    primary key (patient_id, fact)
) /*strict*/;

create table blood_test (
    patient_id text not null references patient (id),
    kind text not null check (kind in ('transaminases', 'glucose')),
    on_date text not null check (length(on_date) = 10),
    primary key (patient_id, kind, on_date)
) /*strict*/;

alter table plan_override add column second_name text not null default '';
