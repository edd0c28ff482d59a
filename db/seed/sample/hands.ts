import type { HandKind } from '#lib/domain/hands.ts'
import { helpHand, lowerHand, raiseHand } from '../../commands/hands/hands.ts'
import type { Act, Setting, Timeline } from './timeline.ts'

const HOUR = 3_600_000

type Story = {
  /** Working part of the time since the issue was begun, 0 to 1, at which the hand was raised. */
  part: number
  kind: HandKind
  ask: (ref: number) => string
  /** Who helps, after so many hours. */
  helper?: { by: string; after: number }
  /** How it ended, so many hours later; without it, it is open. */
  ended?: { how: string; after: number }
}

/** By the outcome of the issue: what is over was lowered, some of what is in work still waits. */
const OVER: readonly Story[] = [
  {
    part: 0.4,
    kind: 'stuck',
    ask: (ref) => `I need help with #${ref}: the local gateway refuses the certificate.`,
    helper: { by: 'patrick', after: 2 },
    ended: { how: 'The chain lacked one certificate; the setup guide says so now.', after: 6 },
  },
  {
    part: 0.5,
    kind: 'bigger',
    ask: (ref) => `#${ref} is bigger than expected: it needs a change of the registry as well.`,
    helper: { by: 'jordan', after: 5 },
    ended: { how: 'Split; the registry comes in the next milestone.', after: 24 },
  },
  {
    part: 0.6,
    kind: 'overloaded',
    ask: () => 'I have more than I can do this week: two reviews wait behind the release.',
    helper: { by: 'newick', after: 3 },
    ended: { how: 'Both reviews were done by Thursday.', after: 30 },
  },
]
const NOW: readonly Story[] = [
  {
    part: 0.7,
    kind: 'stuck',
    ask: (ref) => `I need help with #${ref}: I cannot reproduce it on Dedicated.`,
  },
  {
    part: 0.5,
    kind: 'take_over',
    ask: (ref) => `I need someone to take over #${ref} because the prompt registry takes all of my week.`,
    helper: { by: 'manoj', after: 4 },
  },
]

/** Eight weeks of hands: early, answered, and lowered with what came of it. */
export function handActs({ now }: Setting, timelines: readonly Timeline[]): Act[] {
  const since = new Date(now.getTime() - 8 * 7 * 24 * HOUR)
  const over = timelines.filter(
    ({ line, acts }) => line.outcome.startsWith('done') && (acts.at(-1)?.at ?? since) > since,
  )
  const underWay = timelines.filter(({ line }) => /^(now|carried) (dev|review)/.test(line.outcome))
  const told = [
    ...spread(over, OVER.length * 2).map((timeline, at) => [timeline, OVER[at % OVER.length]] as const),
    ...spread(underWay, NOW.length).map((timeline, at) => [timeline, NOW[at]] as const),
  ]
  return told.flatMap(([timeline, story]) => (story ? actsOf(timeline, story, now) : []))
}

/** So many of a list, as far from each other as can be. */
const spread = <T>(list: readonly T[], count: number): T[] =>
  Array.from(
    { length: Math.min(count, list.length) },
    (_, at) => list[Math.floor((at * list.length) / Math.min(count, list.length))],
  ).flatMap((one) => (one === undefined ? [] : [one]))

function actsOf(timeline: Timeline, story: Story, now: Date): Act[] {
  const [first, last] = [timeline.acts[1]?.at, timeline.acts.at(-1)?.at]
  if (!first || !last) return []
  const until = timeline.line.outcome.startsWith('done') ? last : now
  const begun = new Date(first.getTime() + (until.getTime() - first.getTime()) * story.part)
  let hand = 0
  const at = (hours: number) =>
    new Date(Math.min(begun.getTime() + hours * HOUR, until.getTime() - 2 * 60_000))
  const by = timeline.dri
  const helper = story.helper && (story.helper.by === by ? 'mohamed' : story.helper.by)
  return [
    {
      at: at(0),
      by,
      run: async (ctx) => {
        const asked = { kind: story.kind, ask: story.ask(timeline.ref), subject: `issue-${timeline.ref}` }
        hand = (await raiseHand(ctx, { group: ctx.group.slug, ...asked })).hand.id
      },
    },
    ...(story.helper && helper ? [{ at: at(story.helper.after), by: helper, run: helping(() => hand) }] : []),
    ...(story.ended ? [{ at: at(story.ended.after), by, run: lowering(() => hand, story.ended.how) }] : []),
  ]
}

const helping =
  (hand: () => number): Act['run'] =>
  (ctx) =>
    helpHand(ctx, { group: ctx.group.slug, hand: hand() })

const lowering =
  (hand: () => number, how: string): Act['run'] =>
  (ctx) =>
    lowerHand(ctx, { group: ctx.group.slug, hand: hand(), how })
