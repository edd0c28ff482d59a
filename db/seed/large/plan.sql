-- What becomes of each issue of the group, and when. Numbers are given in the order of creation.
select setseed(0.25);

create temp table box on commit drop as
select m.id, m.title, m.start_on::timestamptz as starts, m.due_on::timestamptz + interval '1 day' as ends,
  row_number() over (order by m.start_on) - 1 as place
from milestones m, load where m.group_id = load.group_id and m.shelf is null;

create temp table word on commit drop as
select l.id, l.meaning, coalesce(l.scope, '=' || l.id) as scope_key,
  jsonb_build_object('id', l.id::text, 'title', l.title, 'meaning', l.meaning) as label,
  jsonb_build_object('id', c.id::text, 'title', substring(l.title from '[^:]*$')) as lane
from load join labels l on l.group_id = load.group_id
left join boards b on b.group_id = l.group_id and b.slug = 'build'
left join board_columns c on c.group_id = b.group_id and c.board_id = b.id and c.label_id = l.id;

create temp table driver on commit drop as
select row_number() over (order by place) - 1 as place, id, ref from crew where role = 'engineer';

create temp table outcomes on commit drop as
with counted as (
  select n, n <= (load.issues - load.board) * 7 / 10 as past, (load.issues - load.board) * 7 / 10 as finished,
    random() as a, random() as b, random() as c, load.*
  from load, generate_series(1, load.issues) n
), placed as (
  select *, case when past then (n - 1) * current_place / finished else current_place end as box_place,
    -- Of the unfinished, the board's are spread evenly among the others.
    not past and (n - finished) * board / (issues - finished) > (n - finished - 1) * board / (issues - finished) as on_board
  from counted
), timed as (
  select p.*, box.starts, box.ends,
    box.starts - interval '9 days' + interval '8 days' * case when past
      then ((n - 1) * current_place % finished)::float / finished
      else (n - finished)::float / (issues - finished + 1) end as created_at
  from placed p join box on box.place = p.box_place
)
select n as number, starts, ends, date_trunc('second', created_at) as created_at, box_place,
  case when past then 'done' when on_board then 'board'
    else (array['next', 'near', 'near', 'far', 'backlog'])[1 + floor(a * 5)::int] end as kind,
  (array['ready-for-development', 'ready-for-development', 'in-dev', 'in-dev', 'in-dev', 'in-review', 'in-review',
    'awaiting-security-release', 'blocked'])[1 + floor(b * 9)::int] as lane,
  (array['bug', 'maintenance', 'feature'])[1 + n % 3] as type,
  1 + floor(c * 3)::int as first_weight, 1 + floor(a * a * 3)::int as weight,
  n % (select count(*) from driver) as driver_place, a, b, c
from timed;

-- What is untidy in one of five unfinished issues, so that the triage report has something to tell.
alter table outcomes add flaw text;
update outcomes set flaw = case
  when kind = 'done' then null
  when kind = 'board' then case when lane = 'in-review' and number % 10 = 0 then 'undriven' end
  when kind = 'next' and number % 12 = 5 then 'unweighed'
  else (array['unplanned', 'untyped', 'foreign', 'heavy', 'overdue'])[number % 24 + 1] end;
update outcomes set weight = 5 where flaw = 'heavy';
