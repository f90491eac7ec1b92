-- 0005: a clinic's own products, which products it offers, and the numbers that the rules leave to it.

create table clinic_product (
    id text primary key check (length(id) = 36),
    name text not null check (length(name) > 0),
    form text not null check (form in ('tablet', 'liquid', 'granules')),
    strength_ng integer not null check (strength_ng > 0),
    halves integer not null check (halves in (0, 1)),
    grid_nl integer check (grid_nl > 0),
    note text not null default '',
    added_by text not null,
    added_at text not null,
    retired_by text,
    retired_at text,
    row_version integer not null default 1,
    check ((form = 'liquid') = (grid_nl is not null)),
    check (halves = 0 or form = 'tablet'),
    check ((retired_by is null) = (retired_at is null))
) /*strict*/;

create table product_choice (
    product_id text primary key,
    offered integer not null check (offered in (0, 1)),
    chosen_by text not null,
    chosen_at text not null
) /*strict*/;

alter table clinic add column trial_days integer check (trial_days > 0);
alter table clinic add column epilepsy_needs_reason integer not null default 1 check (epilepsy_needs_reason in (0, 1));
