import { addDays } from '#lib/kit/plain-date.ts'
import type { Decision } from '#lib/domain/push-back-terms.ts'
import { decidePushBack } from '../../commands/push-backs/decide.ts'
import { raisePushBack } from '../../commands/push-backs/raise.ts'
import type { Ctx } from '../../context.ts'
import { todayOf } from '../../queries/milestones.ts'
import { readPushBack } from '../../queries/push-backs.ts'
import { before } from './calendar.ts'
import { NEXT, type Outcome } from './outcome.ts'
import type { Act, Setting, Timeline } from './timeline.ts'

/** `daysAgo`: how many working days ago it was raised; a decision came a day and a half later. `about` says which issue, or what else. */
type Line = {
  daysAgo: number
  by: string
  about: 'epic' | 'plan' | 'near' | 'far' | 'next'
  reason: string
  wouldChange?: string
  /** How many issues of the current milestone it protects. */
  protects?: number
  decision?: { by: string; as: Decision; note: string; revisitIn?: number }
}

const LINES: readonly Line[] = [
  {
    daysAgo: 37.3,
    by: 'julie',
    about: 'near',
    reason:
      'Two of the models that we list already have no complete evaluation. Another one would be a third.',
    wouldChange: 'Both evaluations pass, and Support has the article for them.',
    decision: { by: 'mohamed', as: 'accepted', note: 'Agreed. The evaluations come first.' },
  },
  {
    daysAgo: 28.6,
    by: 'newick',
    about: 'far',
    reason: 'It would need a second way to store credentials, while the present one changes.',
    decision: { by: 'jordan', as: 'declined', note: 'It waits for the new store and does not add another.' },
  },
  {
    daysAgo: 21.4,
    by: 'cindy',
    about: 'epic',
    reason: 'The scope has grown beyond one iteration. We should finish the first half before the second.',
    wouldChange: 'A second engineer for the second half.',
    decision: {
      by: 'jordan',
      as: 'deferred',
      note: 'Let us see the first half in production.',
      revisitIn: 60,
    },
  },
  {
    daysAgo: 11.2,
    by: 'patrick',
    about: 'near',
    reason: 'The provider changes its interface next month, and we would write this twice.',
    wouldChange: 'The new interface is documented.',
    decision: { by: 'mohamed', as: 'deferred', note: 'Until their release notes are out.', revisitIn: 12 },
  },
  {
    daysAgo: 2.4,
    by: 'cindy',
    about: 'next',
    reason:
      'We cannot take this on in the next milestone: the same two engineers carry what is still open in this one.',
    wouldChange: 'The open Deliverables are finished before the planning call.',
    protects: 2,
  },
  {
    daysAgo: 1.2,
    by: 'julie',
    about: 'plan',
    reason: 'Three candidates touch the same service in the same week. Two of them should move.',
    protects: 1,
  },
]

/** Eight weeks of push-backs: some accepted, declined and put off, some that wait for a decision. */
export function pushBackActs(
  { calendar, now }: Setting,
  timelines: readonly Timeline[],
  epic: () => number | null,
): Act[] {
  const used = new Set<Timeline>()
  const one = (kind: string, at: Date): Timeline | undefined => {
    const found = timelines.find((timeline) => !used.has(timeline) && fits(timeline, kind, at))
    if (found) used.add(found)
    return found
  }
  return LINES.flatMap((line): Act[] => {
    const at = before(now, line.daysAgo)
    const issue = line.about === 'epic' || line.about === 'plan' ? null : one(line.about, at)
    if (issue === undefined) return []
    const kept = Array.from({ length: line.protects ?? 0 }, () => one('now', at)).filter((found) => !!found)
    const workOf = () =>
      issue
        ? `issue-${issue.ref}`
        : line.about === 'epic'
          ? `epic-${epic() ?? 0}`
          : `milestone-${calendar.box(NEXT).title}`
    let id = 0
    const raise = async (ctx: Ctx) => {
      const { reason, wouldChange = '' } = line
      const protects = kept.map(({ ref }) => `issue-${ref}`)
      const words = { reason, wouldChange, protects, sample: true as const }
      id = (await raisePushBack(ctx, { group: ctx.group.slug, work: workOf(), ...words })).pushBack.id
    }
    const { decision } = line
    const decide = async (ctx: Ctx) => {
      if (!decision) return
      const { as, note, revisitIn } = decision
      const { version } = await readPushBack(ctx, { pushBack: id })
      const revisitOn = revisitIn === undefined ? null : addDays(todayOf(ctx), revisitIn)
      await decidePushBack(ctx, {
        group: ctx.group.slug,
        pushBack: id,
        version,
        decision: as,
        note,
        revisitOn,
      })
    }
    return [
      { at, by: line.by, run: raise },
      ...(decision ? [{ at: before(now, line.daysAgo - 1.5), by: decision.by, run: decide }] : []),
    ]
  })
}

const CLOSED: readonly Outcome[] = ['near declined', 'far declined', 'now done']

/** An issue of that kind which is there by then and still open. */
function fits({ line, acts }: Timeline, kind: string, at: Date): boolean {
  const first = acts[0]?.at
  if (!first || first >= at || line.confidential || CLOSED.includes(line.outcome)) return false
  return line.outcome.split(' ', 1)[0] === kind
}
