import { epicLink, issueLink } from '#lib/kit/links.ts'
import { plain } from '#lib/kit/markdown/table.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { type Confidence, CONFIDENCE_KEY, confidenceStep, confidenceText } from '../confidence.ts'
import { type NumberedSubject, subjectSign } from '../subjects.ts'

/** An update as it stands among those of its week. */
export type Assembled = NumberedSubject & {
  title: string
  progress: string
  blockers: string
  next: string
  confidence: Confidence
}

type Ranked = { blocked: boolean; confidence: Confidence | null; before: Confidence | null }

/** Less sure than the week before. */
export const isFalling = ({ confidence, before }: Omit<Ranked, 'blocked'>): boolean =>
  confidence !== null && before !== null && confidenceStep(before, confidence) < 0

const rankOf = (one: Ranked): number => {
  if (one.blocked) return 0
  return isFalling(one) ? 1 : 2
}

/** Handbook › Raising hands early: "Blocked items get discussed first". Then what people are less sure of; else as it was. */
export const pressingFirst = <T extends Ranked>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => rankOf(a) - rankOf(b))

export const updateTitle = (on: PlainDate): string => `Async Status Update ${on}`

export const saysNothing = (text: string): boolean => text.trim() === ''

/** Handbook › Weekly status updates, the example: one text for the planning issue, in GitLab Flavored Markdown. */
export function updatesMarkdown(
  all: readonly Assembled[],
  { on, group, origin }: { on: PlainDate; group: string; origin: string },
): string {
  const parts = all.map((one) => partOf(one, (path) => `${origin}${path}`, group))
  const body = parts.length === 0 ? ['No updates yet.'] : parts
  return [`## ${updateTitle(on)}`, ...body, CONFIDENCE_KEY].join('\n\n').concat('\n')
}

function partOf(one: Assembled, absolute: (path: string) => string, group: string): string {
  const path = one.kind === 'epic' ? epicLink(group, one.ref) : issueLink(group, one.ref)
  return [
    `**${plain(one.title)}** ([${subjectSign(one)}](${absolute(path)}))`,
    '',
    item('Progress', one.progress),
    item('Blockers', saysNothing(one.blockers) ? 'None' : one.blockers),
    ...(saysNothing(one.next) ? [] : [item('Next', one.next)]),
    item('Confidence for current milestone', confidenceText(one.confidence)),
  ].join('\n')
}

/** Further lines of a text stay within its item. */
const item = (name: string, text: string): string => `- ${name}: ${text.trim().replaceAll(/\r?\n/g, '\n  ')}`
