import { cx } from './cx.ts'
import { hueOf, hueStyle } from './hues/hue.ts'

export type Face = { handle: string; name: string }

const SIZES = { sm: 'size-[19px] text-[8.5px]', md: 'size-[22px] text-[9.5px]', lg: 'size-8 text-xs' }

type Props = {
  face: Face
  /** What the person is here; said after the name and shown as a ring (DRI) or a dashed outline (supporting). */
  as?: 'dri' | 'supporting'
  size?: keyof typeof SIZES
  /** True where the name stands beside it. */
  silent?: boolean
}

export function Avatar({ face, as, size = 'md', silent }: Props) {
  const name =
    as === 'dri' ? `${face.name}, DRI` : as === 'supporting' ? `${face.name}, supporting` : face.name
  return (
    <span
      {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, 'data-tip': name })}
      data-initials={initialsOf(face.name)}
      style={hueStyle(hueOf(face.handle))}
      className={cx(
        'hue grid flex-none place-items-center rounded-full font-semibold select-none before:content-[attr(data-initials)]',
        SIZES[size],
        as === 'dri' &&
          'shadow-[0_0_0_1.5px_var(--color-surface),0_0_0_3px_var(--color-accent)] print:outline print:outline-2 print:outline-offset-1',
        as === 'supporting' &&
          'outline-[1.5px] outline-offset-[1.5px] outline-control outline-dashed [background:color-mix(in_oklch,oklch(0.89_0.055_var(--h))_70%,var(--color-surface))]',
      )}
    />
  )
}

/** First and last word: “Manoj M J” is MJ. */
function initialsOf(name: string): string {
  const names = name.trim().split(/\s+/)
  const first = names[0]?.[0] ?? '?'
  return (names.length > 1 ? first + (names.at(-1)?.[0] ?? '') : first).toUpperCase()
}
