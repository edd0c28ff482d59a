-- What happened to each issue, one event an act, as the commands would have told it.
create temp table manager on commit drop as select id from crew where role = 'em';

create temp table board on commit drop as
select jsonb_build_object('id', b.id::text, 'title', b.title) as ref from boards b, load where b.group_id = load.group_id and b.slug = 'build';

insert into story (at, seq, type, actor_id, kind, key, data)
select created_at, number, 'issue.created', manager.id, 'issue', number::text, jsonb_build_object(
  'number', number, 'kind', 'issue', 'title', title, 'confidential', false,
  'description', (select i.description from issues i, load where i.group_id = load.group_id and i.number = plan.number),
  'assignees', '[]'::jsonb, 'dueOn', null, 'health', null, 'spikeScope', null, 'mentioned', '[]'::jsonb,
  'ranks', jsonb_build_object('group', rank, 'planning', rank),
  'labels', (select jsonb_agg(label) from word where meaning = any(array['group', 'type.' || type] ||
    case when kind in ('done', 'board') then array['workflow.ready-for-development', 'deliverable'] else array['workflow.problem-validation'] end)),
  'milestone', jsonb_build_object('id', milestone_id::text, 'title', milestone),
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
select last_at, number, 'issue.closed', dri_id, 'issue', number::text, '{"reason": "done"}'::jsonb from plan where kind = 'done'
union all
select ends - interval '5 hours', 0, 'milestone.closed', manager.id, 'milestone', box.id::text,
  jsonb_build_object('id', box.id, 'title', box.title)
from load, box, manager where box.place < load.current_place;

update issues i set health = 'on_track' from load, plan
where i.group_id = load.group_id and i.number = plan.number and plan.kind = 'board' and (first_weight = plan.weight or lane = 'ready-for-development');

update milestones m set closed_at = box.ends - interval '5 hours'
from load, box where m.group_id = load.group_id and m.id = box.id and box.place < load.current_place;
