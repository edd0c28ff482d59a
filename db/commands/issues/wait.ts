import type { InputOf } from '#lib/contract/endpoint.ts'
import type { setWait as endpoint } from '#lib/contract/issue-facts.ts'
import { means, type LabelFact } from '#lib/domain/labels.ts'
import { waitChange, type Need, type WaitChange } from '#lib/domain/wait.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { type IssueFacts, issueFacts } from '../../queries/facts.ts'
import { changedIssue, unchangedIssue } from './changed-issue.ts'

/** Says anew what a blocked issue needs and from whom; since when it waits stays as it is. */
export const setWait = (ctx: Ctx, { ref, ...wanted }: InputOf<typeof endpoint>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.edit')
    const facts = await issueFacts(ctx, ref)
    const to = { need: wanted.need.trim(), from: wanted.from.trim() }
    if (facts.wait?.need === to.need && facts.wait.from === to.from) return unchangedIssue(ctx, ref)
    return changedIssue(ctx, ref, await changeNeed(ctx, facts, to))
  })

/** @throws refused where the issue waits for nothing */
export async function changeNeed(ctx: Ctx, { number, wait }: IssueFacts, to: Need): Promise<number> {
  if (wait === null) {
    insist({ code: 'not_blocked', because: `#${number} is not blocked.` })
  }
  await ctx.db.query(
    'update blocks set need = $3, from_whom = $4 where group_id = $1 and issue_number = $2 and until_at is null',
    [ctx.group.id, number, to.need, to.from],
  )
  const from = { need: wait?.need ?? '', from: wait?.from ?? '' }
  return record(ctx, { type: 'issue.wait_set', issue: number, data: { from, to } })
}

type After = { labels: readonly LabelFact[]; open: boolean; asked?: Need | undefined }

/** What an act does to the wait of an issue; one that is opened again waits for what it waited for before. */
export async function waitOf(
  ctx: Ctx,
  facts: IssueFacts,
  { labels, open, asked }: After,
): Promise<WaitChange> {
  const isAgain = open && facts.state === 'closed' && means(labels, 'workflow.blocked')
  const before = isAgain && !asked ? await lastNeed(ctx, facts.number) : undefined
  return waitChange({ wait: facts.wait, labels, open, asked: asked ?? before, now: ctx.now })
}

async function lastNeed(ctx: Ctx, ref: number): Promise<Need | undefined> {
  const { rows } = await ctx.db.query<Need>(
    `select need, from_whom as "from" from blocks where group_id = $1 and issue_number = $2 order by id desc limit 1`,
    [ctx.group.id, ref],
  )
  return rows[0]
}

/** Writes what `waitOf` found; nothing where the wait goes on or there is none. */
export async function writeWait(ctx: Ctx, ref: number, { blocked, waited }: WaitChange): Promise<void> {
  if (blocked) {
    await ctx.db.query({
      name: 'begin-block',
      text: `insert into blocks (group_id, issue_number, need, from_whom, since_at, by_id) values ($1, $2, $3, $4, $5, $6)`,
      values: [ctx.group.id, ref, blocked.need, blocked.from, ctx.now, ctx.actor.id],
    })
  }
  if (waited) {
    await ctx.db.query({
      name: 'end-block',
      text: 'update blocks set until_at = $3 where group_id = $1 and issue_number = $2 and until_at is null',
      values: [ctx.group.id, ref, ctx.now],
    })
  }
}
