import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { BESIDE_CARDS } from '#lib/contract/fact-shapes.ts'
import type { Issue, listIssues as list, readIssue as read } from '#lib/contract/issues.ts'
import type { ModelGate } from '#lib/domain/models/readiness.ts'
import { issueSubject } from '#lib/domain/subjects.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { commentsOf, mentionsOf } from './comments.ts'
import { absencesSoon } from './absences.ts'
import { BESIDE } from './fact-sql.ts'
import { lastUpdateSql } from './finding-sql.ts'
import { handOversOf } from './hand-overs.ts'
import { todayOf } from './milestones.ts'
import { STANDS } from './unclaimed.ts'
import { modelGates } from './models.ts'
import { cardByRef, type CardFilter, selectCards } from './cards.ts'

/** Newest first, a page at a time. A name in the filter that the group does not know finds nothing. */
export async function listIssues(ctx: Ctx, input: InputOf<typeof list>): Promise<OutputOf<typeof list>> {
  const limit = input.limit ?? 50
  const filter = await filterOf(ctx, input)
  if (!filter) return { items: [], next: null }
  const cards = await selectCards(ctx, filter, {
    order: 'number',
    limit: limit + 1,
    ...(input.cursor === undefined ? {} : { below: Number(input.cursor) }),
  })
  const page = cards.slice(0, limit)
  return { items: page, next: cards.length > limit ? String(page.at(-1)?.ref) : null }
}

async function filterOf(ctx: Ctx, input: InputOf<typeof list>): Promise<CardFilter | null> {
  const { rows } = await ctx.db.query<{
    milestone: number | null
    team: number | null
    person: string | null
    labels: number[]
  }>({
    name: 'filter-ids',
    text: `select (select id from milestones where group_id = $1 and slug = $2) as milestone,
      (select id from functional_teams where group_id = $1 and slug = $3) as team,
      (select id from people where handle = $4) as person,
      array(select id from labels where group_id = $1 and title = any($5)) as labels`,
    values: [
      ctx.group.id,
      input.milestone ?? null,
      input.team ?? null,
      input.person ?? null,
      input.label ?? [],
    ],
  })
  const [ids] = rows
  if (!ids) return null
  const unknown =
    (input.milestone !== undefined && ids.milestone === null) ||
    (input.team !== undefined && ids.team === null) ||
    (input.person !== undefined && ids.person === null) ||
    ids.labels.length < new Set(input.label).size
  if (unknown) return null
  return {
    ...(ids.milestone === null ? {} : { milestoneId: ids.milestone }),
    ...(ids.team === null ? {} : { teamId: ids.team }),
    ...(ids.person === null ? {} : { personId: ids.person }),
    ...(input.epic === undefined ? {} : { epic: input.epic }),
    ...(input.state === undefined ? {} : { state: input.state }),
    ...(input.q === undefined ? {} : { words: input.q }),
    ...(input.type === undefined ? {} : { type: input.type }),
    labelIds: ids.labels,
  }
}

type Beside = keyof typeof BESIDE_CARDS
type Rest = Pick<
  Issue,
  | 'kind'
  | 'description'
  | 'spikeScope'
  | 'planningOf'
  | Beside
  | 'author'
  | 'labels'
  | 'driHistory'
  | 'lastUpdateOn'
  | 'weekly'
  | 'confidence'
  | 'unclaimed'
> & {
  createdAt: Date
  updatedAt: Date
  modelId: number | null
}

function modelOf({ id, name, readiness, gaps }: ModelGate): Issue['model'] {
  const [gap] = readiness === 'not_yet' ? gaps : []
  return { id, name, readiness, first: gap ? `${gap.text} ${gap.first}` : null }
}

/** @throws not_found also for a confidential issue that the reader may not see */
export async function readIssue(ctx: Ctx, { ref }: InputOf<typeof read>): Promise<Issue> {
  const card = await cardByRef(ctx, ref)
  if (!card) throw notFound(`Issue #${ref}`)
  const [{ rows }, comments, mentions, handOvers, absences, gates] = await Promise.all([
    restOf(ctx, ref),
    commentsOf(ctx, ref),
    mentionsOf(ctx, ref),
    handOversOf(ctx, issueSubject(ref)),
    absencesSoon(ctx),
    modelGates(ctx),
  ])
  const [found] = rows
  if (!found) throw notFound(`Issue #${ref}`)
  const { modelId, ...rest } = found
  const gate = gates.find(({ id }) => id === modelId)
  return {
    ...card,
    ...rest,
    model: gate ? modelOf(gate) : null,
    comments,
    mentions,
    handOvers,
    away: (card.state === 'open' && absences.find(({ person }) => person === card.dri)) || null,
    today: todayOf(ctx),
    createdAt: rest.createdAt.toISOString(),
    updatedAt: rest.updatedAt.toISOString(),
  }
}

const restOf = (ctx: Ctx, ref: number) =>
  ctx.db.query<Rest>({
    name: 'read-issue',
    text: `select i.kind, i.description, i.model_id as "modelId", i.spike_scope as "spikeScope", ${BESIDE}, i.created_at as "createdAt", i.updated_at as "updatedAt",
      (select m.slug from planning_issues o join milestones m on m.group_id = o.group_id and m.id = o.milestone_id
        where o.group_id = i.group_id and o.issue_number = i.number) as "planningOf",
      (select handle from people where id = i.author_id) as author, ${lastUpdateSql('$3')} as "lastUpdateOn",
      exists (select from status_updates where group_id = $1) as weekly,
      coalesce((select jsonb_agg(jsonb_build_object('id', k.id::text, 'title', k.title, 'hue', k.hue, 'meaning', k.meaning) order by k.title collate by_language)
        from issue_labels l join labels k on k.group_id = l.group_id and k.id = l.label_id
        where l.group_id = i.group_id and l.issue_number = i.number), '[]') as labels,
      coalesce((select jsonb_agg(jsonb_build_object('person', p.handle, 'from', d.from_at, 'to', d.to_at, 'why', d.why,
          'by', (select handle from people where id = d.by_id), 'context', d.context) order by d.id desc)
        from dri_assignments d join people p on p.id = d.person_id
        where d.group_id = i.group_id and d.issue_number = i.number), '[]') as "driHistory",
      coalesce((select jsonb_agg(jsonb_build_object('week', u.week, 'confidence', u.confidence) order by u.week desc)
        from (select x.week, x.confidence from status_updates x where x.group_id = i.group_id and x.issue_number = i.number
          order by x.week desc limit 8) u), '[]') as confidence,
      (select jsonb_build_object('reason', u.reason, 'note', u.note, 'by', (select handle from people where id = u.by_id), 'at', u.at)
        from unclaimed u where ${STANDS} order by u.id desc limit 1) as unclaimed
      from issues i where i.group_id = $1 and i.number = $2`,
    values: [ctx.group.id, ref, ctx.group.zone],
  })
