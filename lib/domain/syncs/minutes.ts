import { spanText } from '#lib/kit/day-text.ts'
import { epicLink, issueLink } from '#lib/kit/links.ts'
import { plain } from '#lib/kit/markdown/table.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { type NumberedSubject, subjectSign } from '../subjects.ts'

import { agendaHeading, type AgendaReason, type AgendaSource } from './agenda.ts'
import { OUTCOME_TITLES, type SyncOutcome } from './outcomes.ts'

export const syncTitle = (day: PlainDate): string => `Weekly sync, ${spanText(day, day)}`

type Item = {
  key: string
  source: AgendaSource
  reasons: readonly AgendaReason[]
  about: (NumberedSubject & { title: string }) | null
  state: 'open' | 'settled' | 'over'
}
type Outcome = {
  item: string
  kind: SyncOutcome
  sentence: string
  by: { name: string } | null
}
type Minutes = {
  sync: { day: PlainDate; attended: readonly { name: string }[] } | null
  items: readonly Item[]
  outcomes: readonly Outcome[]
}

/** An item in a few words: “#12 Slow model list”, or the point itself. */
export const itemName = ({ about, reasons }: Pick<Item, 'about' | 'reasons'>): string =>
  about ? `${subjectSign(about)} ${about.title}` : (reasons[0]?.text ?? '')

/** The minutes in GitLab Flavored Markdown: by heading, each item with what came of it. */
export function minutesMarkdown(
  { sync, items, outcomes }: Minutes,
  { group, origin }: { group: string; origin: string },
): string {
  const byItem = Map.groupBy(outcomes, ({ item }) => item)
  const sections = Map.groupBy(items, ({ source }) => agendaHeading(source))
  const parts = [...sections].map(([heading, own]) =>
    [
      `### ${heading}`,
      '',
      ...own.map((one) => itemOf(one, byItem.get(one.key) ?? [], { group, origin })),
    ].join('\n'),
  )
  const present = sync?.attended.map(({ name }) => name).join(', ') ?? ''
  return [
    `## ${sync ? syncTitle(sync.day) : 'Next sync'}`,
    ...(present === '' ? [] : [`Present: ${present}`]),
    ...(parts.length === 0 ? ['Nothing was on the agenda.'] : parts),
  ]
    .join('\n\n')
    .concat('\n')
}

function itemOf(
  { about, reasons, state }: Item,
  outcomes: readonly Outcome[],
  { group, origin }: { group: string; origin: string },
): string {
  const [first] = reasons
  const address =
    about && `${origin}${about.kind === 'epic' ? epicLink(group, about.ref) : issueLink(group, about.ref)}`
  const name = about ? `[${subjectSign(about)}](${address}) ${plain(about.title)}` : plain(first?.text ?? '')
  const why = about && first ? `: ${plain(first.text)}` : ''
  const told = outcomes.map(
    ({ kind, sentence, by }) =>
      `  - **${OUTCOME_TITLES[kind]}** ${plain(sentence)}${by ? ` (${plain(by.name)})` : ''}`,
  )
  const rest = told.length === 0 && state === 'over' ? ['  - Over without an outcome'] : []
  return [`- [${state === 'open' ? ' ' : 'x'}] ${name}${why}`, ...told, ...rest].join('\n')
}
