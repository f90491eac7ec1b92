-- 0001: the whole of a clinic. Every table and column is explained in database/README.md.
-- Portable between SQLite and PostgreSQL; the marks in /*...*/ are for src/storage/dialect.

create table schema_migration (
    version integer primary key check (version >= 1),
    name text not null,
    checksum text not null check (length(checksum) = 64),
    at text not null,
    program_version text not null
) /*strict*/;

create table clinic_meta (
    id integer primary key check (id = 1),
    created_at text not null,
    min_program_version text not null,
    log_begun integer not null default 0
) /*strict*/;

create table app_user (
    id text primary key check (length(id) = 36),
    name text not null check (length(name) > 0),
    role text not null check (role in ('local')),
    active integer not null default 1 check (active in (0, 1)),
    created_at text not null
) /*strict*/;

create table clinic (
    id integer primary key check (id = 1),
    name text not null,
    region text not null check (region in ('us', 'uk', 'fr', 'other')),
    telephone text not null,
    out_of_hours text not null,
    emergency_number text not null,
    prescriber text not null,
    paper text not null check (paper in ('a4', 'letter')),
    first_day_of_week integer not null check (first_day_of_week between 1 and 7),
    closed_weekdays text not null,
    language text not null,
    mas_coding text not null check (mas_coding in ('ranks', 'one-plus-as-1.5')),
    row_version integer not null default 1
) /*strict*/;

create table patient (
    id text primary key check (length(id) = 36),
    identity_sealed blob not null,
    details_sealed blob not null,
    status text not null check (status in ('active', 'suspended', 'ended', 'deceased')),
    sex text not null check (sex in ('not-recorded', 'female', 'male')),
    origin text not null check (origin in ('not-recorded', 'spinal', 'cerebral', 'other')),
    has_diagnosis integer not null check (has_diagnosis in (0, 1)),
    has_goal integer not null check (has_goal in (0, 1)),
    tone_needed integer check (tone_needed in (0, 1)),
    on_dialysis integer check (on_dialysis in (0, 1)),
    pregnant integer check (pregnant in (0, 1)),
    allergy_status text not null check (allergy_status in ('not-recorded', 'none-known', 'known')),
    height_mm integer check (height_mm > 0),
    baclofen_since text check (length(baclofen_since) = 10),
    conditions_recorded integer not null default 0 check (conditions_recorded in (0, 1)),
    medicines_recorded integer not null default 0 check (medicines_recorded in (0, 1)),
    registered_at text not null,
    row_version integer not null default 1
) /*strict*/;

create table weight (
    patient_id text not null references patient (id),
    on_date text not null check (length(on_date) = 10),
    weight_g integer not null check (weight_g > 0),
    primary key (patient_id, on_date)
) /*strict*/;

create table creatinine (
    patient_id text not null references patient (id),
    on_date text not null check (length(on_date) = 10),
    value_thousandths integer not null check (value_thousandths > 0),
    unit text not null check (unit in ('mg/dL', 'umol/L')),
    unstable integer not null check (unstable in (0, 1)),
    primary key (patient_id, on_date)
) /*strict*/;

create table condition_record (
    id text primary key check (length(id) = 36),
    patient_id text not null references patient (id),
    ordinal integer not null,
    code text not null,
    text_sealed blob not null,
    since_date text check (length(since_date) = 10),
    until_date text check (length(until_date) = 10)
) /*strict*/;
create index condition_record_patient on condition_record (patient_id, ordinal);

create table medicine (
    id text primary key check (length(id) = 36),
    patient_id text not null references patient (id),
    ordinal integer not null,
    name text not null check (length(name) > 0),
    dose_text text not null,
    since_date text check (length(since_date) = 10),
    until_date text check (length(until_date) = 10)
) /*strict*/;
create index medicine_patient on medicine (patient_id, ordinal);

create table plan (
    id text primary key check (length(id) = 36),
    patient_id text not null references patient (id),
    number integer not null check (number >= 1),
    unique (patient_id, number)
) /*strict*/;

create table plan_revision (
    id text primary key check (length(id) = 36),
    plan_id text not null references plan (id),
    patient_id text not null references patient (id),
    version integer not null check (version >= 1),
    status text not null check (status in ('draft', 'active', 'superseded', 'withdrawn')),
    kind text not null check (kind in ('titration', 'taper')),
    inputs_json text not null,
    protocol_json text,
    products_json text not null,
    quantum_ng integer not null check (quantum_ng >= 0),
    effective_from text not null check (length(effective_from) = 10),
    replaces_id text references plan_revision (id),
    reason_sealed blob not null,
    rules text not null,
    author text not null,
    created_at text not null,
    activated_by text,
    activated_at text,
    rule_set_version text,
    row_version integer not null default 1,
    unique (plan_id, version),
    check (status = 'draft' or (activated_by is not null and activated_at is not null))
) /*strict*/;
create index plan_revision_patient on plan_revision (patient_id);
create unique index plan_revision_one_active on plan_revision (patient_id) where status = 'active';

create table step (
    revision_id text not null references plan_revision (id),
    ordinal integer not null check (ordinal >= 1),
    from_date text not null check (length(from_date) = 10),
    to_date text check (length(to_date) = 10 and to_date >= from_date),
    doses_per_day integer not null check (doses_per_day between 0 and 4),
    morning_ng integer check (morning_ng >= 0),
    midday_ng integer check (midday_ng >= 0),
    evening_ng integer check (evening_ng >= 0),
    bedtime_ng integer check (bedtime_ng >= 0),
    reason text not null check (reason in ('start', 'increase', 'goal', 'decrease', 'final-dose', 'stop', 'hold', 'pause',
                                           'step-back', 'by-hand')),
    rules text not null,
    only_after_review integer not null check (only_after_review in (0, 1)),
    over_cap integer not null check (over_cap in (0, 1)),
    primary key (revision_id, ordinal)
) /*strict*/;

create table plan_override (
    revision_id text not null references plan_revision (id),
    ordinal integer not null check (ordinal >= 1),
    rule text not null,
    fingerprint text not null check (length(fingerprint) = 16),
    reason_sealed blob not null,
    who text not null check (length(who) > 0),
    given_at text not null,
    primary key (revision_id, ordinal)
) /*strict*/;

create table finding (
    revision_id text not null references plan_revision (id),
    ordinal integer not null check (ordinal >= 1),
    rule text not null,
    action text not null check (action in ('PROPOSE', 'INFORM', 'WARN', 'BLOCK-OVR', 'HARD')),
    step integer check (step >= 1),
    assessed integer not null check (assessed in (0, 1)),
    message text not null,
    inputs_json text not null,
    sources_json text not null,
    fingerprint text not null check (length(fingerprint) = 16),
    primary key (revision_id, ordinal)
) /*strict*/;

create table visit (
    id text primary key check (length(id) = 36),
    patient_id text not null references patient (id),
    on_date text not null check (length(on_date) = 10),
    kind text not null check (kind in ('clinic', 'telephone', 'ward', 'home')),
    penn_frequency integer check (penn_frequency between 0 and 4),
    penn_severity integer check (penn_severity between 1 and 3),
    nrs_tenths integer check (nrs_tenths between 0 and 100),
    falls integer check (falls >= 0),
    adherence text not null check (adherence in ('not-asked', 'all', 'most', 'under-80')),
    text_sealed blob not null,
    revision_id text references plan_revision (id),
    author text not null,
    recorded_at text not null,
    draft integer not null check (draft in (0, 1)),
    row_version integer not null default 1
) /*strict*/;
create index visit_patient on visit (patient_id, on_date);

create table mas_score (
    visit_id text not null references visit (id),
    ordinal integer not null check (ordinal >= 1),
    muscle_group text not null check (length(muscle_group) > 0),
    side text not null check (side in ('left', 'right')),
    level text not null check (level in ('0', '1', '1+', '2', '3', '4')),
    primary key (visit_id, ordinal),
    unique (visit_id, muscle_group, side)
) /*strict*/;

create table adverse_effect (
    visit_id text not null references visit (id),
    ordinal integer not null check (ordinal >= 1),
    code text not null check (length(code) > 0),
    text_sealed blob not null,
    grade integer not null check (grade between 0 and 4),
    primary key (visit_id, ordinal)
) /*strict*/;

create table diary_day (
    patient_id text not null references patient (id),
    on_date text not null check (length(on_date) = 10),
    morning text not null check (morning in ('not-marked', 'taken', 'missed', 'other')),
    midday text not null check (midday in ('not-marked', 'taken', 'missed', 'other')),
    evening text not null check (evening in ('not-marked', 'taken', 'missed', 'other')),
    bedtime text not null check (bedtime in ('not-marked', 'taken', 'missed', 'other')),
    other_dose_ng integer check (other_dose_ng >= 0),
    note_sealed blob not null,
    row_version integer not null default 1,
    primary key (patient_id, on_date)
) /*strict*/;

create table dispensed (
    id text primary key check (length(id) = 36),
    patient_id text not null references patient (id),
    on_date text not null check (length(on_date) = 10),
    product_id text not null check (length(product_id) > 0),
    tablets integer not null check (tablets >= 0)
) /*strict*/;
create index dispensed_patient on dispensed (patient_id, on_date);

create table draft (
    patient_id text not null check (length(patient_id) = 36),
    kind text not null check (kind in ('plan', 'visit', 'patient')),
    payload_sealed blob not null,
    saved_at text not null,
    primary key (patient_id, kind)
) /*strict*/;

create table printed_document (
    id text primary key check (length(id) = 36),
    patient_id text not null references patient (id),
    revision_id text references plan_revision (id),
    kind text not null check (length(kind) > 0),
    language text not null,
    paper text not null,
    destination text not null,
    pages integer not null check (pages >= 0),
    printed_at text not null,
    printed_by text not null,
    options_json text not null,
    inputs_sealed blob not null,
    sha256 text not null check (length(sha256) = 64)
) /*strict*/;
create index printed_document_patient on printed_document (patient_id, printed_at);

create table audit (
    seq integer primary key check (seq >= 1),
    at text not null,
    who text not null,
    operation text not null,
    patient_id text,
    subject text not null,
    before_sealed blob not null,
    after_sealed blob not null,
    reason_sealed blob not null,
    prev_hash text not null,
    hash text not null check (length(hash) = 64)
) /*strict*/;
create index audit_patient on audit (patient_id, seq);

/*only:sqlite*/ create trigger audit_no_update before update on audit
begin
    select raise(abort, 'audit is append-only');
end;

/*only:sqlite*/ create trigger audit_no_delete before delete on audit
begin
    select raise(abort, 'audit is append-only');
end;

/*only:sqlite*/ create trigger plan_revision_fixed before update of inputs_json, protocol_json, products_json, quantum_ng,
    effective_from, reason_sealed, rules, author, created_at on plan_revision when old.status <> 'draft'
begin
    select raise(abort, 'an activated revision never changes');
end;

/*only:sqlite*/ create trigger step_fixed before update on step
    when (select status from plan_revision where id = old.revision_id) <> 'draft'
begin
    select raise(abort, 'an activated revision never changes');
end;

/*only:sqlite*/ create trigger step_kept before delete on step
    when (select status from plan_revision where id = old.revision_id) <> 'draft'
begin
    select raise(abort, 'an activated revision never changes');
end;

/*only:postgresql*/ create function refuse_change() returns trigger language plpgsql as
'begin raise exception ''this row never changes''; end';

/*only:postgresql*/ create trigger audit_append_only before update or delete on audit
    for each row execute function refuse_change();

/*only:postgresql*/ create trigger plan_revision_fixed before update of inputs_json, protocol_json, products_json, quantum_ng,
    effective_from, reason_sealed, rules, author, created_at on plan_revision
    for each row when (old.status <> 'draft') execute function refuse_change();
