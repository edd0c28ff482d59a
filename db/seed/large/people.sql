-- People of one load group, named by role and number; the numbers go on where the group before ended.
create temp table crew_plan on commit drop as
select place, role, title || ' ' || lpad(number::text, 4, '0') as name,
  lower(replace(title, ' ', '-')) || '-' || lpad(number::text, 4, '0') as handle
from (
  select place, load.first_person + place - 1 as number, case when place = 1 then 'em' when place = 2 then 'pm'
    when place <= 7 then 'staff_engineer' when place <= 10 then 'counterpart' when place <= 14 then 'stakeholder'
    else 'engineer' end as role
  from load, generate_series(1, load.people) place
) numbered
join (values ('em', 'Engineering manager'), ('pm', 'Product manager'), ('staff_engineer', 'Staff engineer'),
  ('counterpart', 'Counterpart'), ('stakeholder', 'Stakeholder'), ('engineer', 'Engineer')) titles(role, title) using (role);

insert into people (id, handle, name, email, created_at, updated_at)
select gen_random_uuid()::text, handle, name, handle || '@saydo.invalid', load.first, load.first
from load, crew_plan
on conflict (handle) do nothing;

create temp table crew on commit drop as
select c.place, c.role, p.id, p.name, jsonb_build_object('id', p.id, 'name', p.name) as ref
from crew_plan c join people p on p.handle = c.handle;

insert into group_roles (group_id, person_id, role, acting, title, created_at)
select load.group_id, crew.id, crew.role, false, '', load.first from load, crew;

-- Engineers give all their time to one functional team, staff engineers half of it to one.
create temp table member on commit drop as
select crew.id, crew.ref, t.id as team_id, t.name as team, case crew.role when 'engineer' then 1 else 0.5 end as share
from load, crew
join lateral (
  select id, name, row_number() over (order by position) - 1 as place, count(*) over () as teams
  from functional_teams where group_id = (select group_id from load)
) t on t.place = crew.place % t.teams
where crew.role in ('engineer', 'staff_engineer');

insert into memberships (group_id, team_id, person_id, kind, share, from_on, created_at)
select load.group_id, team_id, id, 'main', share, (load.first at time zone 'UTC')::date, load.first from load, member;

insert into timeline (at, seq, type, kind, key, data)
select load.first, place * 3, 'person.joined', 'person', id, jsonb_build_object('person', ref) from load, crew
union all
select load.first, place * 3 + 1, 'role.given', 'person', id,
  jsonb_build_object('person', ref, 'role', role, 'title', '', 'acting', false)
from load, crew
union all
select load.first + interval '1 second', 0, 'membership.started', 'person', member.id, jsonb_build_object(
  'id', m.id, 'person', ref, 'team', jsonb_build_object('id', member.team_id::text, 'name', team), 'kind', 'main',
  'share', round(member.share * 100)::int, 'startsOn', m.from_on, 'endsOn', null)
from load, member join memberships m on m.person_id = member.id and m.team_id = member.team_id
where m.group_id = load.group_id;
