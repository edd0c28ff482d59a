import { figure, overText } from '#lib/domain/capacity/text.ts'

type Props = { load: number; weight: number }

/** Load beside its capacity: what is beyond it is hatched, and said. */
export function LoadBar({ load, weight }: Props) {
  const whole = Math.max(load, weight)
  const part = (value: number) => `${whole === 0 ? 0 : (value / whole) * 100}%`
  const over = overText(load, weight)
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span
        aria-hidden="true"
        className="relative h-1.5 w-20 flex-none overflow-hidden rounded-full bg-line print:border print:border-black"
      >
        {over && <i className="hatch absolute inset-y-0 left-0 bg-warn" style={{ width: part(load) }} />}
        <i
          className="absolute inset-y-0 left-0 bg-accent [print-color-adjust:exact]"
          style={{ width: part(Math.min(load, weight)) }}
        />
      </span>
      <span className="num whitespace-nowrap">
        {figure(load)}
        {over && <b className="ml-1 text-2xs font-medium text-warn">{over}</b>}
      </span>
    </span>
  )
}
