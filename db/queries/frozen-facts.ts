import type { NamedRef, PersonRef } from '#lib/domain/event-refs.ts'
import { typeOf, type WorkType } from '#lib/domain/labels.ts'
import { replay } from '#lib/domain/replay.ts'
import type { Ctx } from '../context.ts'
import { bondsOf, ledgerOfIssues } from './ledger.ts'

export type FactsThen = { team: NamedRef | null; dri: PersonRef | null; type: WorkType | null }

/** Whose issues were, and what kind of work, at a moment that may lie back: by number, as the ledger tells it. */
export async function factsThen(
  ctx: Ctx,
  refs: readonly number[],
  until: Date,
): Promise<(ref: number) => FactsThen> {
  const [events, bonds, names] = await Promise.all([
    ledgerOfIssues(ctx.db, ctx.group.id, refs),
    bondsOf(ctx.db, ctx.group.id),
    namesOf(ctx),
  ])
  const { issues, labels } = replay(events, { until, bonds })
  return (ref) => {
    const issue = issues.get(ref)
    const held = [...(issue?.labels.keys() ?? [])].flatMap((id) => {
      const label = labels.get(Number(id))
      return label ? { id, title: label.title, meaning: label.meaning } : []
    })
    return {
      team: names.teams.find(({ id }) => id === issue?.team) ?? null,
      dri: names.people.find(({ id }) => id === issue?.dri) ?? null,
      type: typeOf(held),
    }
  }
}

type Names = { teams: NamedRef[]; people: PersonRef[] }

/** As they are called now. */
async function namesOf(ctx: Ctx): Promise<Names> {
  const { rows } = await ctx.db.query<Names>({
    name: 'names-for-freezing',
    text: `select coalesce((select jsonb_agg(jsonb_build_object('id', t.id::text, 'name', t.name))
          from functional_teams t where t.group_id = $1), '[]') as teams,
        coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name)) from people p
          where exists (select from dri_assignments d where d.group_id = $1 and d.person_id = p.id)), '[]') as people`,
    values: [ctx.group.id],
  })
  return rows[0] ?? { teams: [], people: [] }
}
