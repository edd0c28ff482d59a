'use client'

import { useId } from 'react'
import type { ReactNode } from 'react'

import { useChoice } from '#components/charts/address.ts'
import { runsWords } from '#components/forecast/forecast-text.ts'
import { cx } from '#components/ui/cx.ts'
import { lazily } from '#components/ui/popups/lazily.tsx'
import type { ForecastView } from '#lib/contract/forecast.ts'

import { Panel } from './panel.tsx'

const HowComputed = lazily(async () => (await import('#components/forecast/how-computed.tsx')).HowComputed, {
  isAskedFor: true,
})
const HowGood = lazily(async () => (await import('#components/forecast/how-good.tsx')).HowGood, {
  isAskedFor: true,
})

/** What is unfolded, kept in the address: nothing unless it says otherwise. */
const PARTS = ['none', 'how', 'good'] as const
type Part = (typeof PARTS)[number]

type Props = {
  group: string
  view: ForecastView
  className: string
  partClassName: string
  /** Stands between both. */
  children: ReactNode
}

/** Where the forecast comes from, and below it how it is computed or how good it was, when it is asked for. */
export function ForecastNote({ group, view, className, partClassName, children }: Props) {
  const [part, setPart] = useChoice('forecast', PARTS)
  const id = useId()
  const { forecast, none, past, trials } = view
  if (none?.code === 'too_little_history')
    return <p className={cx('text-xs text-ink-2', className)}>{none.because}</p>
  if (!forecast) return null
  const toggle = (one: Part, text: string) => (
    <button
      type="button"
      aria-expanded={part === one}
      aria-controls={part === one ? id : undefined}
      onClick={() => setPart(part === one ? 'none' : one)}
      className="tap rounded-xs font-medium text-accent underline underline-offset-2"
    >
      {text}
    </button>
  )
  return (
    <>
      <div className={cx('num flex flex-col gap-0.5 text-xs text-ink-2', className)}>
        <p>Forecast from {past.length} milestones of throughput</p>
        <p>{runsWords(forecast.count, trials)}</p>
        <p className="flex gap-3 no-print">
          {toggle('how', 'How is this computed?')}
          {toggle('good', 'How good is this?')}
        </p>
      </div>
      {children}
      {part !== 'none' && (
        <div id={id} className={partClassName}>
          <Panel heading={part === 'how' ? 'How the forecast is computed' : 'How good the forecast was'}>
            {part === 'how' ? <HowComputed group={group} view={view} /> : <HowGood view={view} />}
          </Panel>
        </div>
      )}
    </>
  )
}
