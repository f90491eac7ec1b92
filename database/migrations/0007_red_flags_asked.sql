-- 0007: whether the red flags were asked for at a visit (AE-4). Before, only a tick said so.

alter table visit add column red_flags_asked integer not null default 0 check (red_flags_asked in (0, 1));

update visit set red_flags_asked = 1
    where exists (select 1 from visit_sign s where s.visit_id = visit.id and s.list = 'red-flag');
