import type { Ref } from 'react'

import { figure } from './capacity.ts'

const WHY_HERE =
  'The columns share one capacity. From the top of the board, the weights reach it here; cards below do not fit.'

type Props = { capacity: number | null; row?: number; measure?: Ref<HTMLLIElement> }

/** Handbook › Planning Board: "It can be overloaded with issues": what lies below is the excess. */
export function WaterLine({ capacity, row, measure }: Props) {
  return (
    <li
      ref={measure}
      data-index={row}
      data-tip={WHY_HERE}
      className="flex items-center gap-2 px-1 py-1 text-2xs font-medium text-warn before:h-px before:flex-1 before:bg-warn/50 after:h-px after:flex-1 after:bg-warn/50"
    >
      {capacity === null ? 'capacity ends' : `capacity ${figure(capacity)} ends`}
    </li>
  )
}
