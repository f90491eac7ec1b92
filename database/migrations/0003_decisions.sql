-- 0003: what was proposed at a visit and what was decided (DAT-4). Explained in database/README.md.

create table visit_decision (
    visit_id text primary key references visit (id),
    proposal text check (proposal in ('EMERGENCY', 'STEP-BACK', 'STOP-AND-TAPER', 'HOLD', 'MAINTAIN', 'INCREASE', 'CONTINUE-TAPER')),
    rule text not null,
    assessed integer not null check (assessed in (0, 1)),
    message text not null,
    inputs_json text not null,
    sources_json text not null,
    proposed_dose_ng integer check (proposed_dose_ng >= 0),
    refer_for_pump integer check (refer_for_pump in (0, 1)),
    rule_set_version text not null,
    choice text check (choice in ('EMERGENCY', 'STEP-BACK', 'STOP-AND-TAPER', 'HOLD', 'MAINTAIN', 'INCREASE', 'CONTINUE-TAPER', 'TAPER-LOWER', 'REFER-ITB')),
    reason_sealed blob not null,
    asked_json text not null,
    decided_by text not null,
    decided_at text not null,
    row_version integer not null default 1
) /*strict*/;
