import { ConfidenceMark } from '#components/confidence/confidence-mark.tsx'
import { cx } from '#components/ui/cx.ts'
import type { CalibrationView } from '#lib/contract/insights.ts'
import { type Confidence, confidenceWords } from '#lib/domain/confidence.ts'
import { ENOUGH_SAID } from '#lib/domain/insights/calibration.ts'

const TONES: Record<Confidence, { bar: string; line: string }> = {
  not: { bar: 'bg-bad/30', line: 'bg-bad' },
  slightly: { bar: 'bg-warn/30', line: 'bg-warn' },
  very: { bar: 'bg-good/30', line: 'bg-good' },
}

const percent = (part: number): string => `${Math.round(part * 100)} %`
/** For CSS, which knows no space before its sign. */
const wide = (part: number): string => `${part * 100}%`

/** The chart and its table in one: each row has its words, its bar with the interval, and its figures. */
export const CalibrationRows = ({ rows }: { rows: CalibrationView['rows'] }) => (
  <table className="num mt-2 w-full text-sm">
    <caption className="sr-only">How much came true, by confidence</caption>
    <thead className="sr-only">
      <tr>
        <th scope="col">Confidence</th>
        <th scope="col">90 % interval</th>
        <th scope="col">Came true</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <Row key={row.confidence} {...row} />
      ))}
    </tbody>
  </table>
)

function Row({ confidence, said, shipped, share, low, high }: CalibrationView['rows'][number]) {
  const { bar, line } = TONES[confidence]
  return (
    <tr>
      <th scope="row" className="w-40 py-1.5 text-left align-middle font-medium">
        <span className="flex items-center gap-2">
          <ConfidenceMark confidence={confidence} />
          {confidenceWords(confidence)}
        </span>
        {said > 0 && said < ENOUGH_SAID && <span className="text-xs text-ink-3">small sample</span>}
      </th>
      <td className="relative px-2">
        {share !== null && low !== null && high !== null && (
          <>
            <span className="sr-only">{`${percent(low)} to ${percent(high)}`}</span>
            <span aria-hidden="true" className="relative block h-2.5 rounded-full bg-sunken">
              <i
                className={cx('absolute inset-y-0 left-0 rounded-full [print-color-adjust:exact]', bar)}
                style={{ width: wide(share) }}
              />
              <i
                className={cx('absolute top-1 h-0.5 [print-color-adjust:exact]', line)}
                style={{ left: wide(low), width: wide(high - low) }}
              />
            </span>
          </>
        )}
      </td>
      <td className="w-24 text-right">
        {share === null ? (
          <span className="text-ink-3">none</span>
        ) : (
          <>
            <b>{percent(share)}</b>{' '}
            <span className="block text-xs text-ink-3">{`${shipped} of ${said}`}</span>
          </>
        )}
      </td>
    </tr>
  )
}
