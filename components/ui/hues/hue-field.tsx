import { hueStyle } from './hue.ts'

/** Every thirty degrees, each with a name, so that the choice can be heard too. */
const HUES: readonly [hue: number, name: string][] = [
  [25, 'red'],
  [55, 'orange'],
  [85, 'yellow'],
  [115, 'lime'],
  [145, 'green'],
  [175, 'teal'],
  [205, 'cyan'],
  [235, 'sky'],
  [260, 'blue'],
  [290, 'violet'],
  [320, 'pink'],
  [350, 'rose'],
]

type Props = { label: string; hue: number; onHue: (hue: number) => void }

/** The hue of a dot. One that is none of these stays until another is chosen. */
export function HueField({ label, hue, onHue }: Props) {
  const nearest = HUES.reduce((best, one) => (away(one[0], hue) < away(best[0], hue) ? one : best))
  return (
    <fieldset>
      <legend className="pb-1 font-medium">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {HUES.map(([one, name]) => (
          <label
            key={one}
            style={hueStyle(one)}
            data-tip={name}
            className="grid size-7 cursor-pointer place-items-center rounded-sm border border-line has-checked:border-ink has-checked:ring-1 has-checked:ring-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:size-11"
          >
            <input
              type="radio"
              name="hue"
              aria-label={name}
              className="sr-only"
              checked={one === nearest[0]}
              onChange={() => onHue(one)}
            />
            <i className="hue-dot size-3.5 rounded-[3px]" />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const away = (a: number, b: number) => Math.min(Math.abs(a - b), 360 - Math.abs(a - b))
