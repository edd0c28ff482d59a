import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { raisePushBack as endpoint } from '#lib/contract/push-backs.ts'
import { whyNotRaise } from '#lib/domain/push-backs.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { todayOf } from '../../queries/milestones.ts'
import { readPushBack } from '../../queries/push-backs.ts'
import { workNamed, type WorkFacts } from '../../queries/push-back-work.ts'
import { inTransaction } from '../../transaction.ts'
import { aboutWork, writePushBack } from './write.ts'

/** `sample`: it came with the sample, and goes with it. */
type Input = InputOf<typeof endpoint> & { sample?: true }

/** Handbook › Pushing back: it comes with a reason, is directed at the work, and is documented. */
export const raisePushBack = (ctx: Ctx, input: Input): Promise<OutputOf<typeof endpoint>> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'push_back.raise')
    const { reason, wouldChange = '', revisitOn = null, protects = [], sample = false } = input
    const work = await workNamed(ctx, input.work)
    insist(whyNotRaise({ reason, revisitOn, today: todayOf(ctx), open: work.open, name: work.name }))
    const kept = await protectedBy(ctx, work, protects)
    const { issue, subject } = aboutWork(work)
    const words = { reason: reason.trim(), wouldChange: wouldChange.trim(), revisitOn }
    const event = await record(ctx, {
      type: 'push_back.raised',
      data: { subject, protects: kept.map((one) => aboutWork(one).subject), ...words },
      ...(issue === undefined ? {} : { issue }),
    })
    await writePushBack(ctx, event, { subject, protects: kept, ...words, sample })
    return { pushBack: await readPushBack(ctx, { pushBack: event }), event, warnings: [] }
  })

/** What it protects, each once and never the work itself. */
async function protectedBy(ctx: Ctx, work: WorkFacts, named: readonly string[]): Promise<WorkFacts[]> {
  const all = await Promise.all([...new Set(named)].map((one) => workNamed(ctx, one)))
  return all.filter(({ kind, key }) => kind !== work.kind || key !== work.key)
}
