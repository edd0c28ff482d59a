import type { InputOf } from '#lib/contract/endpoint.ts'
import type { editIssue as endpoint } from '#lib/contract/issues.ts'
import type { EventData } from '#lib/domain/events.ts'
import { mentionsIn } from '#lib/domain/mentions.ts'
import { readQuickActions } from '#lib/domain/quick-actions.ts'
import { warnErosion } from '#lib/domain/readiness.ts'
import { Failure } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { type IssueFacts, issueFacts } from '../../queries/facts.ts'
import { mention } from '../mentions.ts'
import { changedIssue, unchangedIssue } from './changed-issue.ts'
import { asWarning } from './comment.ts'
import { actQuickly } from './quick-actions.ts'

type Texts = { title?: string | undefined; description?: string | undefined }
type TextChange = Pick<EventData<'issue.edited'>, 'title' | 'description'>

/** Edits what an issue says. Two who edit different texts do not disturb each other; of one text no words are lost. */
export const editIssue = (ctx: Ctx, { ref, version, ...texts }: InputOf<typeof endpoint>) => {
  const { text, acts, unknown } = readQuickActions(texts.description ?? '')
  const named = mentionsIn(text)
  return inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.edit')
    const facts = await issueFacts(ctx, ref)
    const change = changeOf(facts, texts.description === undefined ? texts : { ...texts, description: text })
    const changes = change.title !== undefined || change.description !== undefined
    if (changes && version !== facts.version) await insistOnSameTexts(ctx, facts, change, version)
    const event = changes ? await writeTexts(ctx, facts, change, named) : null
    const done = await actQuickly(ctx, ref, acts)
    const newest = event ?? done.at(-1)?.event
    if (newest === undefined) return unchangedIssue(ctx, ref)
    const warnings = [
      ...warnErosion(facts, { ...facts, description: change.description?.to ?? facts.description }),
      ...done.flatMap((one) => one.warnings),
      ...unknown.map(asWarning),
    ]
    return changedIssue(ctx, ref, newest, warnings)
  })
}

function changeOf(facts: IssueFacts, { title, description }: Texts): TextChange {
  const change: TextChange = {}
  if (title !== undefined && title !== facts.title) change.title = { from: facts.title, to: title }
  if (description !== undefined && description !== facts.description)
    change.description = { from: facts.description, to: description }
  return change
}

/** Writes new texts with their event, which keeps the old ones. `named`: the handles that the description names. */
export async function writeTexts(
  ctx: Ctx,
  facts: IssueFacts,
  change: TextChange,
  named: string[],
): Promise<number> {
  await ctx.db.query(
    `update issues set title = $3, description = $4, version = version + 1, updated_at = $5
      where group_id = $1 and number = $2`,
    [
      ctx.group.id,
      facts.number,
      change.title?.to ?? facts.title,
      change.description?.to ?? facts.description,
      ctx.now,
    ],
  )
  const mentioned = change.description ? await mention(ctx, { issue: facts, comment: null, named }) : []
  const data = { ...change, version: facts.version + 1, mentioned }
  return record(ctx, { type: 'issue.edited', issue: facts.number, data })
}

type Edit = { by: string; at: Date; data: EventData<'issue.edited'> }

/** Throws both texts at an editor of one that another person has changed since the version they saw. */
async function insistOnSameTexts(
  ctx: Ctx,
  facts: IssueFacts,
  change: TextChange,
  version: number,
): Promise<void> {
  const { rows } = await ctx.db.query<Edit>(
    `select coalesce(p.name, 'Saydo') as by, e.at, e.data from events e left join people p on p.id = e.actor_id
      where e.group_id = $1 and e.issue_number = $2 and e.type = 'issue.edited' and (e.data->>'version')::int > $3
      order by e.number desc`,
    [ctx.group.id, facts.number, version],
  )
  const since = rows.find(
    ({ data }) => (change.title && data.title) || (change.description && data.description),
  )
  if (!since) return
  throw new Failure('stale', `${since.by} edited this while you were editing. Choose a version.`, {
    rule: 'stale',
    yours: {
      title: change.title?.to ?? facts.title,
      description: change.description?.to ?? facts.description,
    },
    theirs: { title: facts.title, description: facts.description },
    version: facts.version,
    by: since.by,
    at: since.at.toISOString(),
  })
}
