import type { InputOf } from '#lib/contract/endpoint.ts'
import type {
  createTemplate as create,
  editTemplate as edit,
  removeTemplate as remove,
  Template,
} from '#lib/contract/templates.ts'
import { STARTERS, whyNotTemplate } from '#lib/domain/templates.ts'
import type { Template as Facts } from '#lib/domain/templates.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'
import { listTemplates } from '../queries/templates.ts'
import { idOr } from './ids.ts'

/** With a place, one that was removed comes back as what it was. */
export const createTemplate = (
  ctx: Ctx,
  { title, type, body, id, position }: InputOf<typeof create> & Place,
) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'template.edit')
    const facts = { title: title.trim(), type, body }
    insist(whyNotTemplate(facts, await titles(ctx)))
    return added(ctx, facts, { id, position })
  })

type Place = { id?: number | undefined; position?: number | undefined }

/** For a group that has none yet, or threw some away: what is there already stays as it is. */
export const beginTemplates = (ctx: Ctx) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'template.edit')
    const held = await titles(ctx)
    let event: number | null = null
    const missing = STARTERS.filter((facts) => whyNotTemplate(facts, held) === null)
    for (const facts of missing) ({ event } = await added(ctx, facts))
    return { added: missing.length, event }
  })

export const editTemplate = (ctx: Ctx, input: InputOf<typeof edit>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'template.edit')
    const now = await templateById(ctx, input.template)
    if (now.body !== input.was) {
      throw new Failure('stale', 'Another person edited this template. Check their text first.', {
        rule: 'stale',
        now: now.body,
        yours: input.body,
      })
    }
    const facts = { title: input.title.trim(), type: input.type, body: input.body }
    insist(whyNotTemplate(facts, await titles(ctx, now.id)))
    await ctx.db.query(
      'update issue_templates set title = $3, type = $4, body = $5 where group_id = $1 and id = $2',
      [ctx.group.id, now.id, facts.title, meaningOf(facts), facts.body],
    )
    const { id, ...from } = now
    const event = await record(ctx, { type: 'template.edited', data: { from, to: facts, id } })
    return { template: { id, ...facts }, event }
  })

export const removeTemplate = (ctx: Ctx, { template }: InputOf<typeof remove>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'template.edit')
    const { id, ...facts } = await templateById(ctx, template)
    const { rows } = await ctx.db.query<{ position: number }>(
      'delete from issue_templates where group_id = $1 and id = $2 returning position',
      [ctx.group.id, id],
    )
    const position = rows[0]?.position ?? 0
    return { event: await record(ctx, { type: 'template.removed', data: { ...facts, id, position } }) }
  })

async function added(
  ctx: Ctx,
  facts: Facts,
  place: Place = {},
): Promise<{ template: Template; event: number }> {
  const { rows } = await ctx.db.query<{ id: number }>(
    `insert into issue_templates (group_id, title, type, body, position, created_at, id)
      values ($1, $2, $3, $4, coalesce($6, (select max(position) + 1 from issue_templates where group_id = $1), 1), $5,
        ${idOr('issue_templates', '$7')}) returning id`,
    [
      ctx.group.id,
      facts.title,
      meaningOf(facts),
      facts.body,
      ctx.now,
      place.position ?? null,
      place.id ?? null,
    ],
  )
  const id = rows[0]?.id ?? 0
  const event = await record(ctx, { type: 'template.created', data: { ...facts, id } })
  return { template: { id, ...facts }, event }
}

/** As labels name it, so that a template and a label of the same meaning belong together. */
const meaningOf = ({ type }: Facts) => (type === null ? null : `type.${type}`)

async function titles(ctx: Ctx, except = 0): Promise<string[]> {
  const { items } = await listTemplates(ctx)
  return items.filter(({ id }) => id !== except).map(({ title }) => title)
}

async function templateById(ctx: Ctx, wanted: number): Promise<Template> {
  const { items } = await listTemplates(ctx)
  const found = items.find(({ id }) => id === wanted)
  if (!found) throw notFound('This template')
  return found
}
