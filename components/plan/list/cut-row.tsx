'use client'

import { cx } from '#components/ui/cx.ts'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { Plan } from '#lib/contract/plan.ts'
import { figure } from '#lib/domain/capacity/text.ts'

export type CutProps = {
  view: Plan
  picked: number
  moving: readonly number[]
  onMove: ((refs: readonly number[], to: Plan['cut']['places'][number]) => void) | undefined
}

const LOOK = 'flex border-dashed border-accent bg-accent-soft text-xs text-accent'

/** From here on nothing fits. */
export function CutRow({ index, height, ...cut }: CutProps & { index: number; height: number }) {
  return (
    <tr aria-rowindex={index} style={{ height }} className={cx(LOOK, 'relative z-[5] border-y-[1.5px]')}>
      <td colSpan={99} className="flex min-w-0 flex-1">
        <Line {...cut} />
      </td>
    </tr>
  )
}

/** The same at the edge of the list while its place is out of view; it covers no candidate. */
export function CutBar(cut: CutProps) {
  return (
    <div className={cx(LOOK, 'h-[29px] flex-none border-t-[1.5px] max-sm:hidden print:hidden')}>
      <Line {...cut} />
    </div>
  )
}

function Line({ view, picked, moving, onMove }: CutProps) {
  const { places } = view.cut
  const count = moving.length
  return (
    <span className="num flex min-w-0 flex-1 items-center gap-2.5 px-3">
      <b className="flex-none font-semibold">Cut line</b>
      <span className="min-w-0 flex-1 truncate">
        {figure(picked)} of {figure(view.total.capacity)} picked
      </span>
      {onMove && count > 0 && places.length > 0 && (
        <MenuButton
          kind="bare"
          size="sm"
          menuLabel={`Move ${count} candidates`}
          className="-mr-2 min-w-0"
          entries={() => [
            { kind: 'heading', label: `Move the ${count} below to` },
            ...places.map((place) => ({
              kind: 'act' as const,
              label: place.title,
              act: () => onMove(moving, place),
            })),
          ]}
        >
          <span className="max-w-[min(20rem,45vw)] truncate text-accent underline underline-offset-2">
            Move the {count} below to {placeText(places)}
          </span>
        </MenuButton>
      )}
    </span>
  )
}

/** “19.9 or Next 1-3”. */
const placeText = (places: Plan['cut']['places']): string =>
  places.map(({ title }) => title.replace(/ Milestones$/, '')).join(' or ')
