import { MIXED } from '#lib/domain/plan/mix.ts'

import { FILLS } from './mix/fills.ts'
import { Swatch } from './swatch.tsx'

/** What the marks of a chart mean. */
export const AgesKey = () => (
  <>
    <Swatch name="in work">
      <circle cx="6" cy="6" r="3.6" className="fill-accent print:fill-black" />
    </Swatch>
    <Swatch name="older than 85 %">
      <path d="M6 0.8 11.2 6 6 11.2 0.8 6Z" className="fill-warn print:fill-black" />
    </Swatch>
  </>
)

export const CycleKey = () => (
  <>
    <Swatch name="closed">
      <circle cx="6" cy="6" r="3.2" className="fill-accent/65 print:fill-[#555]" />
    </Swatch>
    <Swatch name="longer than 85 %">
      <circle
        cx="6"
        cy="6"
        r="3.2"
        strokeWidth={1.6}
        className="fill-surface stroke-accent print:stroke-black"
      />
    </Swatch>
  </>
)

export const MixKey = () =>
  MIXED.map((type) => (
    <Swatch key={type} name={type}>
      <rect x="1" y="1" width="10" height="10" rx="2" className={`${FILLS[type]} print:stroke-black`} />
    </Swatch>
  ))
