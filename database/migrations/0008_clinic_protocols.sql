-- 0008: a clinic's own protocols, every version of each, and which protocols it offers.

create table clinic_protocol (
    protocol_id text not null check (length(protocol_id) > 0),
    version integer not null check (version > 0),
    protocol_json text not null check (length(protocol_json) > 0),
    saved_by text not null,
    saved_at text not null,
    primary key (protocol_id, version)
) /*strict*/;

create table protocol_choice (
    protocol_id text primary key,
    enabled integer not null check (enabled in (0, 1)),
    chosen_by text not null,
    chosen_at text not null
) /*strict*/;
