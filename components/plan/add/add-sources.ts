import type { Lookups } from '#components/lookups/lookups.ts'
import type { Choice, ChoicePart } from '#components/ui/popups/choice-field.tsx'
import { printCondition } from '#lib/domain/conditions.ts'
import type { Condition } from '#lib/domain/conditions.ts'
import { FINDINGS } from '#lib/domain/findings.ts'

/** Where candidates come from: all open issues, a shelf or a milestone, or a finding of the triage report. */
export const ALL = 'all'

type Sources = { first: Choice[]; parts: ChoicePart[] }

export function sourcesOf({ milestones }: Pick<Lookups, 'milestones'>, planned: string): Sources {
  const open = milestones.filter(({ slug, closed }) => slug !== planned && !closed)
  const choice = ({ slug, title }: (typeof open)[number]): Choice => ({
    value: `milestone:${slug}`,
    label: title,
  })
  return {
    first: [{ value: ALL, label: 'All open issues' }],
    parts: [
      { heading: 'Shelves', choices: open.filter(({ shelf }) => shelf !== null).map(choice) },
      { heading: 'Milestones', choices: open.filter(({ shelf }) => shelf === null).map(choice) },
      {
        heading: 'Triage report',
        choices: Object.values(FINDINGS).map(({ name, title }) => ({
          value: `finding:${name}`,
          label: title,
        })),
      },
    ],
  }
}

/** Open issues of a source that are no candidates yet, narrowed by words of the title or by the number. */
export function filterOf(source: string, words: string, planned: string): string {
  const test = (field: 'state' | 'milestone' | 'finding' | 'title', value: string): Condition => ({
    kind: 'test',
    field,
    op: ':',
    value,
  })
  const [kind, name = ''] = source.split(/:(.*)/)
  return printCondition({
    kind: 'all',
    of: [
      test('state', 'open'),
      { kind: 'not', of: test('milestone', planned) },
      ...(kind === 'milestone' || kind === 'finding' ? [test(kind, name)] : []),
      ...(words.trim() === '' ? [] : [test('title', words.trim())]),
    ],
  })
}
