import { addDays, type PlainDate, weekday } from '#lib/kit/plain-date.ts'
import { createActivity } from '../../commands/activities/activities.ts'
import { recordOccurrence } from '../../commands/activities/record.ts'
import { noteCall } from '../../commands/calls/calls.ts'
import type { Act, Setting, Timeline } from './timeline.ts'

/** Days since the activities of the group are kept; those that Saydo sees, since there is something to see. */
const SINCE = 68
const SEEN_SINCE = 46

type Said = { note: string } | { skipped: string } | null
type Told = {
  kind: 'issue_triage' | 'shared_review'
  name: string
  owner: string
  day: number
  every: 'week' | 'two_weeks'
  /** Of its occurrences, the latest first; null for one that went by without a word. The last one holds for those before. */
  said: readonly Said[]
}

const HAPPENED: Said = { note: '' }
const RECORDED: readonly Told[] = [
  {
    kind: 'issue_triage',
    name: 'Issue triage',
    owner: 'jordan',
    day: 2,
    every: 'week',
    said: [
      { note: 'Fourteen issues; four went to the planning board.' },
      { note: 'Nine issues; two were duplicates.' },
      null,
      { note: 'Eleven issues; the labels of five were missing.' },
      HAPPENED,
    ],
  },
  {
    kind: 'shared_review',
    name: 'Review of evaluation results with Model Evaluation Infra',
    owner: 'cindy',
    day: 3,
    every: 'two_weeks',
    said: [
      { note: 'Heron 70B stays the default; Wren 8B needs another run on long inputs.' },
      { skipped: 'No new evaluation run since the last review.' },
      { note: 'The refusal rate of Kestrel Embed is within bounds.' },
      HAPPENED,
    ],
  },
]

/** What Saydo sees needs no record. */
const DERIVED = [
  { kind: 'weekly_sync', name: 'Weekly sync', owner: 'mohamed', every: 'week', day: 4 },
  { kind: 'status_updates', name: 'Weekly status updates', owner: null, every: 'week', day: 5 },
  { kind: 'planning', name: 'Milestone planning', owner: 'jordan', every: 'milestone', at: 'start' },
  { kind: 'milestone_close', name: 'Milestone close', owner: 'mohamed', every: 'milestone', at: 'end' },
  { kind: 'retrospective', name: 'Retrospective', owner: 'mohamed', every: 'month', day: 4, nth: 5 },
] as const

const CALLS = [
  {
    outcome: 'The gateway answers for the certificate chain; the model list only shows its state.',
    why: 'Three rounds of comments went past each other.',
    recording: 'https://video.example.com/custom-models/certificate-chain',
    with: 'patrick',
  },
  {
    outcome: 'We keep the probe in the health check and drop the second one.',
    why: 'Both sides had to look at one trace together.',
    recording: '',
    with: 'jordan',
  },
] as const

/** Nine weeks of the cadence of the group, and two calls. */
export function cadenceActs({ now }: Setting, timelines: readonly Timeline[]): Act[] {
  const today = now.toISOString().slice(0, 10)
  const from = addDays(today, -SINCE)
  const begun = atHour(from, 8)
  const derived = DERIVED.map((one): Act => ({
    at: begun,
    by: 'mohamed',
    run: (ctx) =>
      createActivity(ctx, {
        group: ctx.group.slug,
        ...one,
        from: addDays(today, -SEEN_SINCE),
        sample: true,
      }),
  }))
  return [...derived, ...RECORDED.flatMap((told) => actsOf(told, { from, now })), ...callActs(now, timelines)]
}

const atHour = (day: PlainDate, hour: number) => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)

function actsOf({ said, ...told }: Told, { from, now }: { from: PlainDate; now: Date }): Act[] {
  let activity = 0
  const { kind, name, owner, every, day } = told
  const first = addDays(from, (day - weekday(from) + 7) % 7)
  const step = every === 'week' ? 7 : 14
  const days = Array.from({ length: 12 }, (_, index) => addDays(first, index * step))
    .filter((one) => atHour(one, 16) < now)
    .toReversed()
  const records = days.flatMap((on, index): Act[] => {
    const what = said[Math.min(index, said.length - 1)] ?? null
    if (what === null) return []
    const record =
      'note' in what
        ? { state: 'happened' as const, note: what.note }
        : { state: 'skipped' as const, note: what.skipped }
    const run: Act['run'] = (ctx) =>
      recordOccurrence(ctx, { group: ctx.group.slug, activity, day: on, ...record })
    return [{ at: atHour(on, 16), by: owner, run }]
  })
  const add: Act = {
    at: atHour(from, 8),
    by: 'mohamed',
    run: async (ctx) => {
      const wanted = { group: ctx.group.slug, kind, name, owner, every, day, from, sample: true }
      activity = (await createActivity(ctx, wanted)).activity.id
    },
  }
  return [add, ...records.toReversed()]
}

/** On work that was done of late: the later half of what is over. */
function callActs(now: Date, timelines: readonly Timeline[]): Act[] {
  const since = new Date(now.getTime() - 7 * 7 * 86_400_000)
  const over = timelines.filter(
    ({ line, acts }) => line.outcome.startsWith('done') && (acts.at(-1)?.at ?? since) > since,
  )
  return CALLS.flatMap((told, index): Act[] => {
    const timeline = over[Math.floor((over.length * (index + 1)) / (CALLS.length + 1))]
    const [first, last] = [timeline?.acts[1]?.at, timeline?.acts.at(-1)?.at]
    if (!timeline || !first || !last) return []
    const at = new Date((first.getTime() + last.getTime()) / 2)
    const others = told.with === timeline.dri ? 'manoj' : told.with
    const { outcome, why, recording } = told
    return [
      {
        at,
        by: timeline.dri,
        run: (ctx) =>
          noteCall(ctx, {
            group: ctx.group.slug,
            subject: `issue-${timeline.ref}`,
            day: at.toISOString().slice(0, 10),
            people: [timeline.dri, others],
            outcome,
            why,
            recording,
          }),
      },
    ]
  })
}
