-- 0010: the intrathecal pump: screening trials, implants, settings, refills, and the clinic's constants of models (ITB).

create table pump_model (
    id text not null primary key check (length(id) > 0),
    name text not null check (length(name) > 0),
    reservoir_nl integer not null check (reservoir_nl > 0),
    alarm_nl integer not null check (alarm_nl > 0 and alarm_nl < reservoir_nl),
    tubing_nl integer not null check (tubing_nl >= 0),
    catheter_nl_per_cm integer not null check (catheter_nl_per_cm > 0),
    service_months integer not null check (service_months > 0),
    source text not null,
    confirmed_by text not null default '',
    confirmed_at text not null default '',
    row_version integer not null
) /*strict*/;

create table pump_trial (
    id text not null primary key check (length(id) = 36),
    patient_id text not null references patient (id),
    infection integer check (infection in (0, 1)),
    body_too_small integer check (body_too_small in (0, 1)),
    outcome text not null check (outcome in ('open', 'positive', 'no-candidate', 'stopped')),
    note_sealed blob not null,
    author text not null,
    recorded_at text not null,
    row_version integer not null
) /*strict*/;
create index pump_trial_patient on pump_trial (patient_id);

create table screening_bolus (
    trial_id text not null references pump_trial (id),
    ordinal integer not null check (ordinal > 0),
    on_date text not null check (length(on_date) = 10),
    minute integer not null check (minute between 0 and 1439),
    dose_ng integer not null check (dose_ng > 0),
    goal_met integer check (goal_met in (0, 1)),
    negative_reaction integer check (negative_reaction in (0, 1)),
    effect_minutes integer check (effect_minutes >= 0),
    primary key (trial_id, ordinal)
) /*strict*/;

create table pump_observation (
    trial_id text not null,
    bolus integer not null,
    hours_after integer not null check (hours_after between 0 and 72),
    mean_mas_thousandths integer check (mean_mas_thousandths between 0 and 4000),
    pulse integer check (pulse between 20 and 300),
    systolic integer check (systolic between 40 and 300),
    diastolic integer check (diastolic between 20 and 200),
    breaths integer check (breaths between 0 and 80),
    saturation_percent integer check (saturation_percent between 30 and 100),
    primary key (trial_id, bolus, hours_after),
    foreign key (trial_id, bolus) references screening_bolus (trial_id, ordinal)
) /*strict*/;

create table pump_implant (
    id text not null primary key check (length(id) = 36),
    patient_id text not null references patient (id),
    on_date text not null check (length(on_date) = 10),
    model_id text not null,
    model_name text not null check (length(model_name) > 0),
    reservoir_nl integer not null check (reservoir_nl > 0),
    alarm_nl integer not null check (alarm_nl > 0 and alarm_nl < reservoir_nl),
    tubing_nl integer not null check (tubing_nl >= 0),
    catheter_nl_per_cm integer not null check (catheter_nl_per_cm > 0),
    service_months integer not null check (service_months > 0),
    source text not null,
    confirmed_by text not null,
    confirmed_at text not null,
    serial_sealed blob not null,
    catheter_mm integer not null check (catheter_mm > 0),
    origin text not null check (origin in ('not-recorded', 'spinal', 'cerebral', 'other')),
    oral_before_ng integer check (oral_before_ng > 0),
    removed_date text check (length(removed_date) = 10 and removed_date >= on_date),
    author text not null,
    recorded_at text not null,
    row_version integer not null
) /*strict*/;
create index pump_implant_patient on pump_implant (patient_id);

create table pump_setting (
    id text not null primary key check (length(id) = 36),
    implant_id text not null references pump_implant (id),
    on_date text not null check (length(on_date) = 10),
    minute integer not null check (minute between 0 and 1439),
    daily_ng integer not null check (daily_ng between 1 and 5000000),
    mode text not null check (mode in ('simple-continuous', 'flex', 'periodic-bolus')),
    bolus_ng integer check (bolus_ng > 0),
    boluses_per_day integer check (boluses_per_day > 0),
    phase text not null check (phase in ('titration', 'maintenance')),
    for_side_effects integer not null check (for_side_effects in (0, 1)),
    note_sealed blob not null,
    author text not null,
    recorded_at text not null,
    row_version integer not null,
    unique (implant_id, on_date, minute)
) /*strict*/;

create table flex_period (
    setting_id text not null references pump_setting (id),
    ordinal integer not null check (ordinal between 1 and 13),
    from_minute integer not null check (from_minute between 0 and 1439),
    until_minute integer not null check (until_minute > from_minute and until_minute <= 1440),
    per_hour_ng integer not null check (per_hour_ng >= 0),
    primary key (setting_id, ordinal)
) /*strict*/;

create table pump_refill (
    id text not null primary key check (length(id) = 36),
    implant_id text not null references pump_implant (id),
    on_date text not null check (length(on_date) = 10),
    filled_nl integer not null check (filled_nl > 0),
    concentration_ng_per_ml integer not null check (concentration_ng_per_ml > 50000),
    expected_nl integer check (expected_nl >= 0),
    aspirated_nl integer check (aspirated_nl >= 0),
    lot text not null check (length(lot) > 0),
    bridge_given integer not null check (bridge_given in (0, 1)),
    note_sealed blob not null,
    author text not null,
    recorded_at text not null,
    row_version integer not null,
    unique (implant_id, on_date)
) /*strict*/;

create table pump_finding (
    record_id text not null check (length(record_id) = 36),
    part integer not null check (part >= 0),
    ordinal integer not null check (ordinal > 0),
    rule text not null,
    action text not null check (action in ('PROPOSE', 'INFORM', 'WARN', 'BLOCK-OVR', 'HARD')),
    assessed integer not null check (assessed in (0, 1)),
    message text not null,
    inputs_json text not null,
    sources_json text not null,
    fingerprint text not null check (length(fingerprint) = 16),
    reason_sealed blob not null,
    rule_set_version text not null,
    primary key (record_id, part, ordinal)
) /*strict*/;
