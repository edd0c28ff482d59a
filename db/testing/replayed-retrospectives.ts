import type { RetrospectivesState } from '#lib/domain/replay-retrospectives.ts'
import { compare } from './replayed-issue.ts'

/** Retrospectives as the ledger tells them; of what is hidden it tells nothing. */
export const retrospectiveRows = (state: RetrospectivesState) => ({
  retrospectives: [...state.retrospectives]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([month, { points, ...one }]) => ({
      month,
      ...one,
      points: [...points]
        .toSorted(([a], [b]) => a - b)
        .map(([id, { votes, author, said }]) => ({
          id,
          author,
          said: one.stage === 'writing' ? null : said,
          votes: [...votes].toSorted(compare),
        })),
    })),
  retrospectiveActions: [...state.retrospectiveActions]
    .toSorted(([a], [b]) => a - b)
    .map(([id, action]) => ({ id, ...action })),
})

/** The same as the tables have it; `$1` is the group. */
export const RETROSPECTIVE_TABLES: Record<string, string> = {
  retrospectives: `select month, begun_by_id as "begunBy", opened_by_id as "openedBy", closed_by_id as "closedBy", minutes,
      case when closed_at is not null then 'closed' when opened_at is not null then 'open' else 'writing' end as stage,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'author', p.author_id,
          'said', case when r.opened_at is not null then jsonb_build_object('kind', p.kind, 'text', p.text, 'to', p.to_id) end,
          'votes', coalesce((select jsonb_agg(v.person_id order by v.person_id collate "C") from retrospective_votes v
            where v.group_id = p.group_id and v.point_id = p.id), '[]')) order by p.id)
        from retrospective_points p where p.group_id = r.group_id and p.month = r.month and p.withdrawn_at is null), '[]') as points
    from retrospectives r where group_id = $1 order by month`,
  retrospectiveActions: `select id, month, text, owner_id as owner, due_on as "dueOn", state, ended_by_id as "endedBy"
    from retrospective_actions where group_id = $1 order by id`,
}
