-- Labels, how long earlier ones were carried, who drives and who works on it, what blocks it.
create temp table held on commit drop as
select number, meaning, case meaning when 'workflow.' || state then
    case when kind = 'done' then review_at
      when kind <> 'board' then created_at + interval '2 hours'
      else case lane when 'ready-for-development' then created_at when 'in-dev' then dev_at when 'in-review' then review_at else last_at end end
    else created_at end as since
from plan cross join lateral unnest(case when flaw is distinct from 'foreign' then array['group'] end
  || case when type is not null then array['type.' || type] end || array['workflow.' || state]
  || case when kind in ('done', 'board') then array['deliverable'] else '{}'::text[] end) as meaning;

insert into issue_labels (group_id, issue_number, label_id, scope_key, added_at)
select load.group_id, held.number, word.id, word.scope_key, held.since from load, held join word using (meaning);

create temp table stay on commit drop as
select number, created_at as from_at, dev_at as to_at, 'ready-for-development' as state, 'in-dev' as next_state
from plan where kind = 'done' or (kind = 'board' and lane <> 'ready-for-development')
union all
select number, dev_at, review_at, 'in-dev', 'in-review'
from plan where kind = 'done' or (kind = 'board' and lane in ('in-review', 'awaiting-security-release'))
union all
select number, dev_at, last_at, 'in-dev', 'blocked' from plan where kind = 'board' and lane = 'blocked'
union all
select number, review_at, last_at, 'in-review', 'awaiting-security-release'
from plan where kind = 'board' and lane = 'awaiting-security-release'
union all
select number, created_at, created_at + interval '2 hours', 'problem-validation', state
from plan where kind not in ('done', 'board');

insert into label_spans (group_id, issue_number, label_id, from_at, to_at)
select load.group_id, stay.number, word.id, stay.from_at, stay.to_at
from load, stay join word on word.meaning = 'workflow.' || stay.state;

insert into dri_assignments (group_id, subject_kind, subject_number, person_id, from_at, to_at, by_id, why)
select load.group_id, 'issue', number, dri_id, created_at, case when flaw = 'undriven' then last_at + interval '1 hour' end,
  (select id from crew where role = 'em'), 'assigned'
from load, plan where kind in ('done', 'board');

insert into issue_assignees (group_id, issue_number, person_id, added_at)
select load.group_id, number, dri_id, created_at + interval '2 hours' from load, plan where kind = 'board' and flaw is null;

insert into blocks (group_id, issue_number, need, from_whom, since_at, by_id)
select load.group_id, number, 'A build with the new interface', 'Another group', last_at, dri_id
from load, plan where kind = 'board' and lane = 'blocked';
