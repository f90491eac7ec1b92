-- 0011: sheets of the whole clinic as they were printed, so that exactly that can be printed again.

create table clinic_document (
    id text primary key check (length(id) = 36),
    kind text not null check (length(kind) > 0),
    day text not null,
    language text not null,
    paper text not null,
    destination text not null,
    pages integer not null check (pages > 0),
    printed_at text not null,
    printed_by text not null,
    document_json text not null check (length(document_json) > 0),
    sha256 text not null check (length(sha256) = 64)
) /*strict*/;
create index clinic_document_printed on clinic_document (kind, printed_at);
