/** Pattern of what was added later, in the chart as in its key. */
export const HATCH = 'say-do-added-later'

/** What the looks of a column mean. The pattern is the chart's own. */
export const ChartKey = () => (
  <ul aria-label="Key" className="flex flex-wrap gap-x-3.5 gap-y-1 text-xs text-ink-2">
    <Sample name="said" className="fill-none stroke-ink-2" />
    <Sample name="done" className="fill-accent stroke-accent print:fill-[#555] print:stroke-[#555]" />
    <Sample name="added later" className="stroke-ink-3" fill={`url(#${HATCH})`} />
    <Sample name="reprioritised" className="fill-none stroke-ink-3" dash="3 3" />
  </ul>
)

type Props = { name: string; className: string; fill?: string; dash?: string }

const Sample = ({ name, className, fill, dash }: Props) => (
  <li data-key className="flex items-center gap-1.5">
    <svg width="16" height="13" aria-hidden="true">
      <rect
        x="1"
        y="1"
        width="14"
        height="11"
        rx="2"
        strokeWidth="1.5"
        strokeDasharray={dash}
        fill={fill}
        className={className}
      />
    </svg>
    {name}
  </li>
)
