import { cx } from '#components/ui/cx.ts'
import type { Confidence } from '#lib/domain/confidence.ts'

const LOOKS: Record<Confidence, string> = {
  not: 'border-[2.5px] border-bad',
  slightly:
    'border-[1.5px] border-warn bg-[linear-gradient(90deg,var(--color-warn)_50%,transparent_50%)] print:border-[1.5px]',
  very: 'border-[1.5px] border-good bg-good print:bg-black',
}

type Props = { confidence: Confidence; className?: string; tip?: string | null }

/** A ring, half a disc, or a whole one: its words always stand beside it, or where it is named. */
export const ConfidenceMark = ({ confidence, className, tip }: Props) => (
  <span
    aria-hidden="true"
    data-tip={tip}
    className={cx('inline-block size-[9px] flex-none rounded-full', LOOKS[confidence], className)}
  />
)
