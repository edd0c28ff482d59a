import { cx } from './cx.ts'
import { hueStyle } from './hues/hue.ts'

const TYPES: Record<string, string> = { bug: 'bg-bug', maintenance: 'bg-maintenance', feature: 'bg-feature' }

/** The square of a type of work, in front of its word. */
export const TypeMark = ({ type }: { type: string | null }) => (
  <i className={cx('size-[7px] flex-none rounded-[2px]', (type && TYPES[type]) || 'bg-control')} />
)

/** The square of a label, in front of its title. */
export const HueMark = ({ hue }: { hue: number }) => (
  <i style={hueStyle(hue)} className="hue-dot size-[7px] flex-none rounded-[2px]" />
)
