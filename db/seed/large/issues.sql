-- The issues as they are today, with the moments at which they came there.
create temp table plan on commit drop as
with moments as (
  select f.*, load.group_id, load.now,
    case kind when 'done' then starts + interval '4 days' * (1 + a) else starts - interval '20 hours'
      + (load.now - starts + interval '20 hours') * (0.05 + 0.3 * a) end as dev_at
  from load, outcomes f
), later as (
  select *, case kind when 'done' then dev_at + interval '4 days' * (0.3 + b) else dev_at + (now - dev_at) * (0.1 + 0.4 * b) end as review_at
  from moments
), last as (
  -- One in eight is closed after its milestone.
  select *, case when kind = 'done' and c > 0.88 then least(ends + interval '2 days' * b, now - interval '1 minute')
    when kind = 'done' then review_at + interval '4 days' * (0.1 + c)
    else review_at + (now - review_at) * (0.1 + 0.6 * c) end as last_at
  from later
)
select number, kind, lane, flaw, case when flaw is distinct from 'untyped' then type end as type, weight, first_weight, created_at,
  case when flaw = 'overdue' then created_at::date + 1 end as due_on,
  date_trunc('second', dev_at) as dev_at, date_trunc('second', review_at) as review_at,
  date_trunc('second', last_at) as last_at, ranks.rank, driver.id as dri_id, driver.ref as dri,
  case when kind in ('done', 'board') then box.id when flaw is distinct from 'unplanned' then shelf.id end as milestone_id,
  case when kind in ('done', 'board') then box.title when flaw is distinct from 'unplanned' then shelf.title end as milestone,
  team.id as team_id, team.name as team, epic_number, epic,
  case kind when 'done' then 'in-review' when 'board' then lane when 'next' then 'planning-breakdown'
    when 'near' then 'planning-breakdown' when 'far' then 'design' else 'validation-backlog' end as state,
  (array['Retry', 'Show', 'Explain', 'Cache', 'Count', 'Test', 'Split', 'Remove', 'Document', 'Limit', 'Order',
    'Group', 'Sign', 'Log', 'Compare', 'Refuse'])[1 + number % 16] || ' ' ||
  (array['slow requests', 'model lists', 'probe results', 'billing events', 'prompt versions', 'stale tokens',
    'audit entries', 'usage rows', 'time limits', 'error texts', 'default settings', 'queue entries',
    'licence checks'])[1 + number / 16 % 13] || ' ' ||
  (array['per namespace', 'on self-managed', 'behind a proxy', 'in the editor', 'for agents', 'after an update',
    'in the nightly run', 'for large groups', 'without a network', 'in the admin area',
    'at the gateway'])[1 + number / 208 % 11] as title
from last
join ranks using (number)
join driver on driver.place = last.driver_place
left join box on box.place = last.box_place
left join (select m.id, m.title, m.slug from load join milestones m using (group_id)) shelf on shelf.slug = case kind
  when 'near' then 'next-1-3' when 'far' then 'next-4-6' when 'backlog' then 'backlog'
  when 'next' then (select title from load, box where box.place = load.current_place + 1) end
join lateral (select id, name, row_number() over (order by position) - 1 as place, count(*) over () as teams
  from functional_teams t where t.group_id = last.group_id) team on team.place = number % team.teams
left join (select e.number as epic_number, e.title as epic, count(*) over () as epics from load join epics e using (group_id)) epic
  on number % 3 > 0 and epic_number = 1 + number % epics;

insert into issues (group_id, number, title, description, state, close_reason, closed_at, milestone_id, epic_number, team_id,
  weight, due_on, dri_id, rank, plan_rank, author_id, created_at, updated_at)
select load.group_id, number, plan.title,
  'Seen while we looked at ' || lower(plan.title) || '. What is expected, what happens, and how to tell that it is done stand below in one line each.',
  case kind when 'done' then 'closed' else 'open' end, case kind when 'done' then 'done' end,
  case kind when 'done' then last_at end, milestone_id, epic_number, team_id,
  case when flaw is distinct from 'unweighed' then weight end, due_on,
  case when kind in ('done', 'board') and flaw is null then dri_id end, rank, rank, (select id from crew where role = 'em'), created_at,
  case when kind in ('done', 'board') then last_at else created_at + interval '3 hours' end
from load, plan;

-- The trigger that keeps what can be found looks at one row at a time.
insert into search_documents (group_id, kind, key, issue_number, title, words, plain)
select i.group_id, 'issue', i.number, i.number, i.title, words_of(i.title, i.description), plain_of(i.title, i.description)
from issues i join load using (group_id);
