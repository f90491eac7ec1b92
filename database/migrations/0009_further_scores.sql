-- 0009: the further scales of a visit (SCL-2, SCL-3, SCL-7, SCL-8).

create table ashworth_score (
    visit_id text not null references visit (id),
    ordinal integer not null check (ordinal >= 1),
    muscle_group text not null check (length(muscle_group) > 0),
    side text not null check (side in ('left', 'right')),
    level integer not null check (level between 0 and 4),
    primary key (visit_id, ordinal),
    unique (visit_id, muscle_group, side)
) /*strict*/;

create table tardieu_score (
    visit_id text not null references visit (id),
    ordinal integer not null check (ordinal >= 1),
    muscle_group text not null check (length(muscle_group) > 0),
    side text not null check (side in ('left', 'right')),
    quality_v1 integer check (quality_v1 between 0 and 5),
    quality_v2 integer check (quality_v2 between 0 and 5),
    quality_v3 integer check (quality_v3 between 0 and 5),
    r1_degrees integer check (r1_degrees between -180 and 180),
    r2_degrees integer check (r2_degrees between -180 and 180),
    primary key (visit_id, ordinal),
    unique (visit_id, muscle_group, side)
) /*strict*/;

create table visit_goal (
    visit_id text not null references visit (id),
    ordinal integer not null check (ordinal >= 1),
    text_sealed blob not null,
    importance integer not null check (importance between 1 and 3),
    difficulty integer not null check (difficulty between 1 and 3),
    attainment integer check (attainment between -2 and 2),
    primary key (visit_id, ordinal)
) /*strict*/;

alter table visit add column ten_metre_hundredths integer check (ten_metre_hundredths between 1 and 60000);
alter table visit add column twenty_five_foot_hundredths integer check (twenty_five_foot_hundredths between 1 and 60000);
