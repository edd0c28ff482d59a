import { cx } from '#components/ui/cx.ts'

type Props = { name: string; className: string; width: number; dash?: string }

/** A line as it is drawn, with its name. */
export const LineKey = ({ name, className, width, dash }: Props) => (
  <span className="flex items-center gap-1.5">
    <svg width="20" height="8">
      <path
        d="M0 4h20"
        strokeWidth={width}
        strokeDasharray={dash}
        className={cx(className, 'print:stroke-black')}
      />
    </svg>
    {name}
  </span>
)
