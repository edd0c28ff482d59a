import { addDays } from '#lib/kit/plain-date.ts'
import { dayIn } from '#lib/kit/zone.ts'
import type { Offering } from '#lib/domain/models/models.ts'
import { setModel } from '../../commands/issues/model.ts'
import { editModel } from '../../commands/models/edit.ts'
import { createModel } from '../../commands/models/models.ts'
import type { Ctx } from '../../context.ts'
import { before } from './calendar.ts'
import type { Act, Setting, Timeline } from './timeline.ts'

/** Working days ago; an answer is shown by a page or by the issue of that title, and holds for so many days. */
type Step =
  | { ago: number; by: string; question: number; shownBy: string; days: number }
  | { ago: number; by: string; question: number; first: string }
type Told = {
  name: string
  owner: string
  offered: readonly Offering[]
  note: string
  ago: number
  steps: readonly Step[]
  waived?: { ago: number; reason: string }
  /** The titles of issues that add it. */
  adds?: readonly string[]
}

const [DOCUMENTATION, ISSUES, SUPPORT] = [1, 2, 3]
const PAGES = 'https://docs.example.com/self-hosted/models'
const KNOWN_ISSUES = "Known issues on each model's page"
const PLAYBOOK = 'Link the support playbook from every model page'

const MODELS: readonly Told[] = [
  {
    name: 'Heron 70B',
    owner: 'cindy',
    offered: ['customer_zero', 'com', 'self_managed', 'dedicated'],
    note: 'The default for chat and code review.',
    ago: 40,
    steps: [
      { ago: 39, by: 'cindy', question: DOCUMENTATION, shownBy: `${PAGES}/heron-70b`, days: 240 },
      { ago: 36, by: 'julie', question: ISSUES, first: 'Long answers break off on Dedicated.' },
      { ago: 33, by: 'julie', question: ISSUES, shownBy: KNOWN_ISSUES, days: 180 },
      { ago: 31, by: 'jordan', question: SUPPORT, shownBy: PLAYBOOK, days: 180 },
    ],
  },
  {
    name: 'Kestrel Embed',
    owner: 'manoj',
    offered: ['self_managed', 'dedicated'],
    note: '',
    ago: 35,
    steps: [
      { ago: 34, by: 'manoj', question: DOCUMENTATION, shownBy: `${PAGES}/kestrel-embed`, days: 180 },
      { ago: 30, by: 'manoj', question: ISSUES, shownBy: KNOWN_ISSUES, days: 120 },
      { ago: 28, by: 'jordan', question: SUPPORT, shownBy: PLAYBOOK, days: 180 },
    ],
  },
  {
    name: 'Wren 8B',
    owner: 'julie',
    offered: ['com', 'self_managed'],
    note: 'The small model for chat.',
    ago: 38,
    steps: [
      { ago: 37, by: 'julie', question: DOCUMENTATION, shownBy: `${PAGES}/wren-8b`, days: 120 },
      { ago: 37, by: 'julie', question: ISSUES, shownBy: KNOWN_ISSUES, days: 45 },
      { ago: 32, by: 'jordan', question: SUPPORT, shownBy: PLAYBOOK, days: 180 },
    ],
    adds: ['Tune chat prompts for the new small model'],
  },
  {
    name: 'Osprey 32B',
    owner: 'patrick',
    offered: ['customer_zero'],
    note: '',
    ago: 20,
    steps: [
      { ago: 19, by: 'patrick', question: DOCUMENTATION, shownBy: `${PAGES}/osprey-32b`, days: 90 },
      { ago: 19, by: 'patrick', question: SUPPORT, first: 'No playbook while only we use it.' },
    ],
    waived: { ago: 17, reason: 'We evaluate it ourselves for six weeks, and no customer has it.' },
  },
  {
    name: 'Finch Code 3B',
    owner: 'julie',
    offered: [],
    note: 'A second small model for code completion.',
    ago: 12,
    steps: [
      {
        ago: 11,
        by: 'julie',
        question: DOCUMENTATION,
        first: 'Write its page: requirements, sizes, known limits.',
      },
      { ago: 6, by: 'cindy', question: ISSUES, first: 'It repeats the line before the cursor in YAML.' },
    ],
    adds: ['Offer a second small model for code completion'],
  },
]

const MINUTE = 60_000

/** Eight weeks of the register: some are ready, one is waived, one has an answer that expired, one is not ready yet. */
export const modelActs = ({ now }: Setting, timelines: readonly Timeline[]): Act[] =>
  MODELS.flatMap((told, place) => {
    let model = 0
    const at = (ago: number, minute: number) =>
      new Date(before(now, ago).getTime() + (place * 10 + minute) * MINUTE)
    const one = (ctx: Ctx) => ({ group: ctx.group.slug, model })
    const refOf = (title: string) => timelines.find(({ line }) => line.title === title)?.ref ?? 0
    const shown = (by: string) => (by.startsWith('https:') ? by : `#${refOf(by)}`)
    const { waived, adds = [] } = told
    return [
      {
        at: at(told.ago, 0),
        by: told.owner,
        run: async (ctx) => {
          const { name, offered, note } = told
          const made = await createModel(ctx, {
            group: ctx.group.slug,
            name,
            offered: [...offered],
            note,
            sample: true,
          })
          model = made.model.id
        },
      },
      ...told.steps.map((step, index): Act => ({
        at: at(step.ago, index + 1),
        by: step.by,
        run: (ctx) => {
          const { question } = step
          const answer =
            'first' in step
              ? { verdict: 'no' as const, note: step.first }
              : {
                  verdict: 'yes' as const,
                  evidence: shown(step.shownBy),
                  expiresOn: addDays(dayIn(ctx.group.zone, ctx.now), step.days),
                }
          return editModel(ctx, { ...one(ctx), answers: [{ question, answer }] })
        },
      })),
      ...(waived
        ? [
            {
              at: at(waived.ago, 8),
              by: 'mohamed',
              run: (ctx: Ctx) => editModel(ctx, { ...one(ctx), waiver: { reason: waived.reason } }),
            },
          ]
        : []),
      ...adds.map((title): Act => ({
        at: at(Math.min(told.ago, 10), 9),
        by: told.owner,
        run: (ctx) => setModel(ctx, { group: ctx.group.slug, ref: refOf(title), model }),
      })),
    ]
  })
