-- What happened to each issue, one event an act, as the commands would have told it.
create temp table manager on commit drop as select id from crew where role = 'em';

-- A milestone is closed two days after its end, when what was late is done as well.
create temp table closing on commit drop as
select box.id, box.title, box.ends, date_trunc('second', least(box.ends + interval '50 hours', load.now)) as at
from load, box where box.place < load.current_place;

create temp table frozen on commit drop as
select number, plan.milestone_id, weight, created_at, team_id, jsonb_build_object('id', team_id::text, 'name', team) as team, dri_id, dri, type,
  case when last_at < box.ends then 'completed' else 'slipped' end as outcome,
  case when last_at >= box.ends then (array['bigger', 'blocked', 'rfh', 'scope', 'time_off'])[1 + number % 5] end as reason
from load, plan join box on box.id = plan.milestone_id where kind = 'done' and box.place < load.current_place;

create temp table board on commit drop as
select jsonb_build_object('id', b.id::text, 'title', b.title) as ref from boards b, load where b.group_id = load.group_id and b.slug = 'build';

insert into timeline (at, seq, type, actor_id, kind, key, data)
select created_at, number, 'issue.created', manager.id, 'issue', number::text, jsonb_build_object(
  'number', number, 'kind', 'issue', 'title', title, 'confidential', false,
  'description', (select i.description from issues i, load where i.group_id = load.group_id and i.number = plan.number),
  'assignees', '[]'::jsonb, 'dueOn', due_on, 'health', null, 'spikeScope', null, 'mentioned', '[]'::jsonb,
  'ranks', jsonb_build_object('group', rank, 'planning', rank),
  'labels', (select jsonb_agg(label) from word where meaning = any(
    case when flaw is distinct from 'foreign' then array['group'] end || case when type is not null then array['type.' || type] end ||
    case when kind in ('done', 'board') then array['workflow.ready-for-development', 'deliverable'] else array['workflow.problem-validation'] end)),
  'milestone', case when milestone_id is not null then jsonb_build_object('id', milestone_id::text, 'title', milestone) end,
  'weight', case when kind = 'done' then weight when kind = 'board' then first_weight end,
  'dri', case when kind in ('done', 'board') then dri end,
  'epic', case when epic_number is not null then jsonb_build_object('id', epic_number::text, 'title', epic) end,
  'team', jsonb_build_object('id', team_id::text, 'name', team))
from plan, manager
union all
select created_at + interval '1 hour', number, 'issue.weighed', dri_id, 'issue', number::text,
  jsonb_build_object('from', case when kind = 'board' then first_weight end, 'to', weight)
from plan where kind <> 'done' and (kind <> 'board' or first_weight <> weight)
union all
select created_at + interval '3 hours', number, 'issue.weighed', dri_id, 'issue', number::text,
  jsonb_build_object('from', weight, 'to', null)
from plan where flaw = 'unweighed'
union all
select created_at + interval '2 hours', number, 'issue.assigned', manager.id, 'issue', number::text,
  jsonb_build_object('added', jsonb_build_array(dri), 'removed', '[]'::jsonb)
from plan, manager where kind = 'board'
union all
select created_at + interval '2 hours', number, 'issue.labels_changed', dri_id, 'issue', number::text, jsonb_build_object(
  'added', jsonb_build_array(a.label), 'removed', jsonb_build_array(r.label))
from plan join word a on a.meaning = 'workflow.' || state join word r on r.meaning = 'workflow.problem-validation'
where kind not in ('done', 'board')
union all
-- Whoever is ready for development with the weight it was created with has been looked at, and said so.
select created_at + interval '3 hours', number, 'issue.health_set', dri_id, 'issue', number::text,
  '{"from": null, "to": "on_track"}'::jsonb
from plan where kind = 'board' and (first_weight = weight or lane = 'ready-for-development')
union all
select stay.to_at, number, 'issue.moved', dri_id, 'issue', number::text, jsonb_build_object(
  'board', board.ref, 'from', r.lane, 'to', a.lane, 'order', 'group', 'rank', rank, 'fromRank', rank,
  'added', jsonb_build_array(a.label), 'removed', jsonb_build_array(r.label))
  || case when stay.next_state = 'blocked'
    then '{"blocked": {"need": "A build with the new interface", "from": "Another group"}}' else '{}' end::jsonb
from stay join plan using (number) join word r on r.meaning = 'workflow.' || stay.state
join word a on a.meaning = 'workflow.' || stay.next_state, board
where kind in ('done', 'board')
union all
select last_at + interval '1 hour', number, 'issue.dri_released', dri_id, 'issue', number::text,
  jsonb_build_object('person', dri, 'unassigned', true)
from plan where flaw = 'undriven'
union all
select last_at, number, 'issue.closed', dri_id, 'issue', number::text, '{"reason": "done"}'::jsonb from plan where kind = 'done'
union all
select closing.ends, 0, 'milestone.frozen', null, 'milestone', closing.id::text,
  jsonb_build_object('id', closing.id, 'title', closing.title, 'early', false,
    'dueOn', (select m.due_on from milestones m, load where m.group_id = load.group_id and m.id = closing.id),
    'frozenAt', to_char(closing.ends at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'issues', coalesce((
    select jsonb_agg(jsonb_build_object('ref', number, 'weight', weight, 'firstWeight', weight, 'team', team, 'dri', dri,
      'type', type, 'atStart', true, 'enteredAt', to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'onBoard', true, 'outcome', outcome) order by number)
    from frozen where frozen.milestone_id = closing.id), '[]'))
from closing
union all
select closing.at, 0, 'milestone.closed', manager.id, 'milestone', closing.id::text,
  jsonb_build_object('id', closing.id, 'title', closing.title, 'kept', (
    select jsonb_build_object('assigned', count(*), 'completed', count(*) filter (where outcome = 'completed'))
    from frozen where frozen.milestone_id = closing.id), 'slips', coalesce((
    select jsonb_agg(jsonb_build_object('ref', number, 'destination', null, 'slip', jsonb_build_object('reason', reason, 'text', ''))
      order by number)
    from frozen where frozen.milestone_id = closing.id and reason is not null), '[]'))
from closing, manager;

update issues i set health = 'on_track' from load, plan
where i.group_id = load.group_id and i.number = plan.number and plan.kind = 'board' and (first_weight = plan.weight or lane = 'ready-for-development');

update milestones m set closed_at = closing.at, frozen_at = closing.ends from load, closing where m.group_id = load.group_id and m.id = closing.id;

insert into milestone_outcomes (group_id, milestone_id, issue_number, weight, first_weight, team_id, dri_id, work_type,
  assigned_at_start, entered_at, on_board, outcome, frozen_at)
select load.group_id, milestone_id, number, weight, weight, team_id, dri_id, type, true, created_at, true, outcome, closing.ends
from load, frozen join closing on closing.id = frozen.milestone_id;

insert into milestone_slips (group_id, milestone_id, issue_number, closed_at, slip_reason)
select load.group_id, milestone_id, number, closing.at, reason
from load, frozen join closing on closing.id = frozen.milestone_id where reason is not null;
