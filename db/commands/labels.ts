import type { InputOf } from '#lib/contract/endpoint.ts'
import type {
  changeLabel as changing,
  createLabel as endpoint,
  removeLabel as removing,
} from '#lib/contract/labels.ts'
import { isMeaning, scopeOf, whyNotLabelTitle } from '#lib/domain/labels.ts'
import { whyNotRemoveLabel } from '#lib/domain/meanings.ts'
import { insist, notFound } from '#lib/kit/failure.ts'
import { lookOf } from '#lib/kit/visible.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'
import { lastEvent } from '../queries/events.ts'
import { listLabelUses } from '../queries/labels.ts'
import { renameLabelInViews } from './views.ts'
import { idOr } from './ids.ts'

/** With an `id`, one that was removed comes back as what it was. */
export const createLabel = (
  ctx: Ctx,
  {
    id,
    title,
    description = '',
    hue = 260,
    meaning = null,
    sample = false,
  }: InputOf<typeof endpoint> & { id?: number; sample?: boolean },
) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'label.edit')
    insist(whyNotLabelTitle(title))
    await insistOnMeaning(ctx, { id: null, title, meaning })
    const { rows } = await ctx.db.query<{ id: number }>(
      `insert into labels (group_id, title, description, hue, meaning, sample, created_at, id)
        values ($1, $2, $3, $4, $5, $6, $7, ${idOr('labels', '$8')}) returning id`,
      [ctx.group.id, title, description, hue, meaning, sample, ctx.now, id ?? null],
    )
    const made = rows[0]?.id ?? 0
    const event = await record(ctx, {
      type: 'label.created',
      data: { id: made, title, meaning, description, hue, sample },
    })
    return { label: { id: String(made), title, hue, meaning }, event }
  })

type Row = { id: number; title: string; description: string; hue: number; meaning: string | null }

const FIELDS = ['title', 'description', 'hue', 'meaning'] as const

/** Rules ask for meanings, so that a group can rename every label it has and nothing else changes. */
export const changeLabel = (ctx: Ctx, { label, ...fields }: InputOf<typeof changing>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'label.edit')
    const known = await labelOf(ctx, label)
    const next = {
      title: fields.title ?? known.title,
      description: fields.description ?? known.description,
      hue: fields.hue ?? known.hue,
      meaning: fields.meaning === undefined ? known.meaning : fields.meaning,
    }
    const { title, hue, meaning } = next
    const changed = { id: String(label), title, hue, meaning }
    if (FIELDS.every((field) => known[field] === next[field]))
      return { label: changed, event: await lastEvent(ctx) }
    insist(whyNotLabelTitle(title))
    await insistOnMeaning(ctx, { id: label, ...next })
    if (scopeOf(next.title) !== scopeOf(known.title)) await moveToScope(ctx, label, scopeOf(next.title))
    await ctx.db.query(
      'update labels set title = $3, description = $4, hue = $5, meaning = $6 where group_id = $1 and id = $2',
      [ctx.group.id, label, next.title, next.description, next.hue, next.meaning],
    )
    if (next.title !== known.title) await renameLabelInViews(ctx, known.title, next.title)
    return { label: changed, event: await recordChanges(ctx, known, next) }
  })

/** A rename is told as one, what else changed beside it. */
async function recordChanges(ctx: Ctx, from: Row, to: Omit<Row, 'id'>): Promise<number> {
  const changed = (['description', 'hue', 'meaning'] as const).filter((field) => from[field] !== to[field])
  const renamed =
    from.title !== to.title &&
    (await record(ctx, { type: 'label.renamed', data: { from: from.title, to: to.title, id: from.id } }))
  if (renamed !== false && changed.length === 0) return renamed
  const kept = ({ description, hue, meaning }: Omit<Row, 'id'>) => ({ description, hue, meaning })
  const data = { id: from.id, title: to.title, changed, from: kept(from), to: kept(to) }
  return record(ctx, { type: 'label.changed', data })
}

/** An issue holds one label of a scope: a name that would give one of them two is refused. */
async function moveToScope(ctx: Ctx, label: number, scope: string | null): Promise<void> {
  const key = scope ?? `=${label}`
  const { rows } = await ctx.db.query<{ issues: number }>(
    `select count(*)::int as issues from issue_labels mine join issue_labels other
        on other.group_id = mine.group_id and other.issue_number = mine.issue_number
        and other.scope_key = $3 and other.label_id <> mine.label_id
      where mine.group_id = $1 and mine.label_id = $2`,
    [ctx.group.id, label, key],
  )
  const issues = rows[0]?.issues ?? 0
  if (issues > 0) {
    const because = `${issues === 1 ? 'One issue holds' : `${issues} issues hold`} another label of the scope “${scope}”. An issue has one label of a scope.`
    insist({ code: 'scope_shared', because })
  }
  await ctx.db.query(
    'update issue_labels set scope_key = $3, beside = 0 where group_id = $1 and label_id = $2',
    [ctx.group.id, label, key],
  )
}

export const removeLabel = (ctx: Ctx, { label }: InputOf<typeof removing>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'label.edit')
    const { title, meaning, description, hue, sample } = await labelOf(ctx, label)
    const uses = (await listLabelUses(ctx)).items.find(({ id }) => Number(id) === label)
    insist(whyNotRemoveLabel({ title, issues: uses?.issues ?? 0, boards: uses?.boards ?? 0 }))
    await ctx.db.query('delete from labels where group_id = $1 and id = $2', [ctx.group.id, label])
    const data = { id: label, title, meaning, description, hue, sample }
    return { event: await record(ctx, { type: 'label.removed', data }) }
  })

async function labelOf(ctx: Ctx, id: number): Promise<Row & { sample: boolean }> {
  const { rows } = await ctx.db.query<Row & { sample: boolean }>(
    'select id, title, description, hue, meaning, sample from labels where group_id = $1 and id = $2',
    [ctx.group.id, id],
  )
  if (!rows[0]) throw notFound('This label')
  return rows[0]
}

type Input = { id: number | null; title: string; meaning: string | null }

/** Titles and meanings are unique in a group. Titles that differ in case alone are two, those of one look are one. */
async function insistOnMeaning(ctx: Ctx, { id, title, meaning }: Input): Promise<void> {
  if (meaning !== null && !isMeaning(meaning)) {
    insist({ code: 'meaning_unknown', because: `Unknown meaning “${meaning}”.` })
  }
  const { rows } = await ctx.db.query<{ title: string; meaning: string | null }>(
    'select title, meaning from labels where group_id = $1 and id is distinct from $2 order by id',
    [ctx.group.id, id],
  )
  const alike = rows.find((other) => lookOf(other.title) === lookOf(title))
  if (alike) insist({ code: 'label_exists', because: `A label “${alike.title}” already exists.` })
  const same = meaning === null ? undefined : rows.find((other) => other.meaning === meaning)
  if (same) insist({ code: 'label_exists', because: `“${same.title}” already has that meaning.` })
}
