import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { postUpdates as many, putUpdate as one } from '#lib/contract/updates.ts'
import { Failure, notFound } from '#lib/kit/failure.ts'
import type { IsoWeek } from '#lib/kit/iso-week.ts'
import { authorise, type Ctx } from '../../context.ts'
import { activeSubjects } from '../../queries/active-subjects.ts'
import { subjectNamed } from '../../queries/subjects.ts'
import { updateOf } from '../../queries/updates.ts'
import { inTransaction } from '../../transaction.ts'
import { settle } from '../inbox-settled.ts'
import { meOf } from '../issues/dri.ts'
import { writeUpdate, type Written } from './write.ts'

/** Handbook › Weekly status updates: "Each active DRI posts a short async update …, a few lines, not a novel". */
export const putUpdate = (
  ctx: Ctx,
  { week, subject: named, progress, blockers, next, confidence, version }: InputOf<typeof one>,
): Promise<OutputOf<typeof one>> =>
  inTransaction(ctx, async (ctx) => {
    const subject = subjectNamed(named)
    const texts = { progress, blockers, next, confidence }
    const { event } = await writeUpdate(ctx, { week, subject, ...texts, version })
    await settleIfDone(ctx, week)
    const update = await updateOf(ctx, subject, week)
    if (!update) throw notFound('The update')
    return { update, event }
  })

/** Several at once, one act: what the law refuses is left as it was, and says why. */
export const postUpdates = (
  ctx: Ctx,
  { week, updates }: InputOf<typeof many>,
): Promise<OutputOf<typeof many>> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'update.post')
    const posted: Written[] = []
    const refused: OutputOf<typeof many>['refused'] = []
    for (const { subject, ...asked } of updates) {
      try {
        posted.push(
          await inTransaction(ctx, (ctx) =>
            writeUpdate(ctx, { week, subject: subjectNamed(subject), ...asked }),
          ),
        )
      } catch (error) {
        // What is not there, or not to be seen, is no matter of the law.
        if (!(error instanceof Failure) || error.code === 'not_found') throw error
        const { rule } = error.facts
        refused.push({ subject, because: error.detail, ...(typeof rule === 'string' ? { rule } : {}) })
      }
    }
    if (posted.length > 0) await settleIfDone(ctx, week)
    return { posted, refused }
  })

/** A DRI who owes no more need not be reminded any more. */
async function settleIfDone(ctx: Ctx, week: IsoWeek): Promise<void> {
  const me = meOf(ctx)
  const { rows } = await ctx.db.query<{ subject: string }>({
    name: 'subjects-with-update',
    text: `select subject_kind || '-' || subject_number as subject from status_updates where group_id = $1 and week = $2`,
    values: [ctx.group.id, week],
  })
  const given = new Set(rows.map(({ subject }) => subject))
  const mine = await activeSubjects(ctx, undefined, me.id)
  if (mine.every(({ kind, ref }) => given.has(`${kind}-${ref}`)))
    await settle(ctx, 'update.asked', { person: me.id, key: me.id })
}
