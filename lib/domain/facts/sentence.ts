import { changed } from '../changed.ts'
import type { Change } from '../event-refs.ts'
import type { Fact } from './facts.ts'

/** What the event of a fact says, behind who did it. */
export function factSentence(fact: Fact, { from, to }: Change<unknown>, it: string): string {
  if (fact.kind === 'flag') return `made ${it} ${to ? fact.words.yes : fact.words.no}`
  const titles: Readonly<Record<string, string>> = fact.kind === 'choice' ? fact.titles : {}
  const titleOf = (value: unknown) => (typeof value === 'string' ? (titles[value] ?? value) : null)
  return changed(fact.title, titleOf(from), titleOf(to), it)
}
