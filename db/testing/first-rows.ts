const ODD = `E'Ünïcode \\u2028 "quoted" \\\\back\\tslash\\r\\nand 🦊'`
const me = `(select id from people where handle = 'julie')`
const it = '(select min(number) from issues)'
/** A first row for each table that the sample leaves empty, so that a backup shows itself on all of them. */
export const FIRST_ROWS: Record<string, string> = {
  accounts: `insert into accounts (id, account_id, provider_id, person_id) values ('a', 'a', 'credential', ${me})`,
  sessions: `insert into sessions (id, token, person_id, expires_at) values ('s', 't', ${me}, '2026-12-01 00:00:00.123456+00')`,
  verifications: `insert into verifications (id, identifier, value, expires_at) values ('v', 'i', ${ODD}, now())`,
  person_settings: `insert into person_settings (person_id, quiet_from, quiet_to) values (${me}, '22:00', '07:30')`,
  rate_limits: `insert into rate_limits (key, count, started_at) values ('k', 3, now())`,
  idempotency_keys: `insert into idempotency_keys values (1, ${me}, 'k', 'e', 'h', 'null', now())`,
  comment_reactions: `insert into comment_reactions values (1, (select min(id) from comments), ${me}, '👍', now())`,
  mentions: `insert into mentions (group_id, subject_kind, subject_number, person_id, created_at) values (1, 'issue', ${it}, ${me}, now())`,
  issue_links: `insert into issue_links (group_id, from_subject_kind, from_subject_number, to_subject_kind, to_subject_number,
    kind, by_id, created_at) select 1, 'issue', ${it}, 'issue', ${it} + 1, 'relates', ${me}, now()`,
  carry_over_weights: `insert into carry_over_weights select 1, min(id), ${it}, 1 from milestones`,
  planning_templates: `insert into planning_templates values (1, 1, 'Planning', ${ODD}, ${me}, now())`,
  planning_issues: `insert into planning_issues select 1, min(id), ${it}, null, now() from milestones`,
  planning_priorities: `insert into planning_priorities select group_id, milestone_id, 1, ${it}, null, '{1,2}', ${ODD} from planning_issues limit 1`,
  planning_freezes: `insert into planning_freezes select group_id, milestone_id, now(), ${me}, jsonb_build_object('goals', ${ODD}) from planning_issues limit 1`,
  planning_posts: `insert into planning_posts select 1, (select min(id) from comments), milestone_id from planning_issues limit 1`,
  milestone_outcomes: `insert into milestone_outcomes (group_id, milestone_id, issue_number, weight, dri_id, assigned_at_start,
      entered_at, on_board, outcome, frozen_at)
    select 1, min(m.id), ${it}, 1, ${me}, true, now(), true, 'slipped', now() from milestones m`,
  milestone_slips: `insert into milestone_slips select group_id, milestone_id, issue_number, now(), 'none', null, 'other', ${ODD}
    from milestone_outcomes limit 1`,
  build_spans: `insert into build_spans select 1, ${it}, min(m.id), now(), 1, null, null from milestones m`,
  weighings: `insert into weighings (group_id, issue_number, opened_by_id, opened_at) values (1, ${it}, ${me}, now())`,
  weighing_votes: `insert into weighing_votes (group_id, weighing_id, person_id) select 1, min(id), ${me} from weighings`,
  saved_views: `insert into saved_views (group_id, place, title, query, created_at) values (1, 'issues', ${ODD}, 'q=1', now())`,
  hand_overs: `insert into hand_overs (group_id, subject_kind, subject_number, from_id, to_id, context, by_id, at)
    select 1, 'issue', ${it}, ${me}, id, ${ODD}, ${me}, now() from people where handle = 'cindy'`,
  unclaimed: `insert into unclaimed (group_id, issue_number, reason, note, by_id, at) values (1, ${it}, 'other', ${ODD}, ${me}, now())`,
  hands: `insert into hands (group_id, issue_number, kind, ask, person_id, raised_at) values (1, ${it}, 'stuck', ${ODD}, ${me}, now())`,
  retrospectives: `insert into retrospectives (group_id, month, begun_by_id, begun_at, opened_by_id, opened_at, closed_by_id, closed_at, minutes)
    values (1, '2026-10', ${me}, now(), ${me}, now(), ${me}, now(), jsonb_build_object('odd', ${ODD}))`,
  retrospective_points: `insert into retrospective_points (group_id, month, kind, text, author_id, written_at)
    select 1, min(month), 'well', ${ODD}, ${me}, now() from retrospectives`,
  retrospective_votes: `insert into retrospective_votes select 1, min(id), ${me}, now() from retrospective_points`,
  retrospective_actions: `insert into retrospective_actions (group_id, month, text, owner_id, due_on, created_at)
    select 1, min(month), ${ODD}, ${me}, '2026-12-11', now() from retrospectives`,
  activities: `insert into activities (group_id, name, kind, owner_id, rhythms, created_at)
    values (1, ${ODD}, 'own', ${me}, '[{"from":"2026-01-01","every":"week","day":2,"nth":null,"at":null}]', now())`,
  occurrences: `insert into occurrences select 1, min(id), '2026-01-06', 'happened', ${ODD}, '', ${me}, now() from activities`,
  calls: `insert into calls (group_id, issue_number, day, outcome, why, recording, by_id, at)
    values (1, ${it}, '2026-01-06', ${ODD}, ${ODD}, '', ${me}, now())`,
  call_people: `insert into call_people select 1, min(id), ${me} from calls`,
  syncs: `insert into syncs (group_id, day, state, lead_id, started_at, agenda, over, attended)
    values (1, '2026-12-03', 'running', ${me}, now(), jsonb_build_array(jsonb_build_object('key', ${ODD})), array[${ODD}], array[${me}])`,
  sync_points: `insert into sync_points (group_id, text, by_id, at) values (1, ${ODD}, ${me}, now())`,
  sync_outcomes: `insert into sync_outcomes (group_id, sync_id, item, issue_number, source, because, kind, person_id, day, text, by_id, at, event)
    select 1, min(id), ${ODD}, ${it}, 'hand', ${ODD}, 'note', ${me}, '2026-12-04', ${ODD}, ${me}, now(), 1 from syncs`,
  sync_visits: `insert into sync_visits select 1, min(id), ${me}, now(), ${ODD} from syncs`,
  inbox_items: `insert into inbox_items (group_id, person_id, event_number, kind, subject_kind, subject_key, at)
    select 1, ${me}, 1, 'mention', 'issue', ${it}::text, now()`,
  watches: `insert into watches (group_id, subject_kind, subject_number, person_id, at) values (1, 'issue', ${it}, ${me}, now())`,
  invitations: `insert into invitations (group_id, token, email, role, created_at, expires_at) values (1, 't', 'e', 'em', now(), now())`,
  status_updates: `insert into status_updates (group_id, subject_kind, subject_number, week, author_id, progress, blockers, next,
      confidence, posted_at) values (1, 'issue', ${it}, '2026-W49', ${me}, ${ODD}, ${ODD}, '', 'very', now())`,
  update_drafts: `insert into update_drafts (group_id, person_id, subject_kind, subject_number, week, progress, blockers, next, saved_at)
    values (1, ${me}, 'issue', ${it}, '2026-W49', ${ODD}, '', '', now())`,
  brief_visits: `insert into brief_visits select 1, min(id), ${me}, null, now() from milestones`,
  shares: `insert into shares (group_id, what, name, token, by_id, opened_on, created_at) values (1, 'say_do', ${ODD}, 't', ${me}, '2026-01-05', now())`,
  readiness_questions: `insert into readiness_questions values (1, 1, jsonb_build_array(jsonb_build_object('id', 1, 'text', ${ODD})), ${me}, now())`,
  plan_steps: `insert into plan_steps values (1, 'weights', 4, 'pm')`,
  calendar_feeds: `insert into calendar_feeds values (1, ${me}, 'me', 'hash', now())`,
  access_tokens: `insert into access_tokens values ('t', ${me}, 'T', 'hash', 'hint', 'read', now(), now())`,
}
