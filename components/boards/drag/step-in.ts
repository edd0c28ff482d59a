import type { Row } from '#components/boards/view/arrange.ts'
import type { Carry } from '#components/boards/view/board-store.ts'
import type { BoardSnapshot } from './board-snapshot.ts'
import { spanOf, withinSection } from '#components/boards/view/use-rows.ts'

type Step = Pick<Carry, 'index' | 'section'>

/** The groups in which a carried card can be seen, from the top. */
export const openSections = ({ swimlanes, folded }: BoardSnapshot): string[] =>
  swimlanes.map(({ key }) => key).filter((key) => !folded.includes(key))

/** One place up or down in a lane; past the end of a group into the next one, where there is one. */
export function stepIn(
  rows: readonly Row[],
  { ref, index, section }: Pick<Carry, 'ref' | 'index' | 'section'>,
  down: number,
  sections: readonly string[],
): Step {
  const { first, count } = spanOf(rows, section, ref)
  const place = (index ?? first) - first + down
  if (place >= 0 && place <= count && !(count === 0 && down !== 0))
    return at(rows, section, first + place, ref)
  const next = sections[sections.indexOf(section) + down]
  if (next === undefined || down === 0) return at(rows, section, first + place, ref)
  const span = spanOf(rows, next, ref)
  return at(rows, next, down > 0 ? span.first : span.first + span.count, ref)
}

const at = (rows: readonly Row[], section: string, index: number, ref: number): Step => ({
  section,
  index: withinSection(rows, index, section, ref),
})
