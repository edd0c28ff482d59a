'use client'

import { useId } from 'react'
import type { KeyboardEvent } from 'react'

import { cx } from '#components/ui/cx.ts'
import { Kbd } from '#components/ui/keys/kbd.tsx'
import { CONFIDENCES, confidenceOfKey, confidenceWords } from '#lib/domain/confidence.ts'
import type { Confidence } from '#lib/domain/confidence.ts'

import { ConfidenceMark } from '#components/confidence/confidence-mark.tsx'
import { leaveField } from '../leave-field.ts'

const CHOSEN: Record<Confidence, string> = {
  not: 'border-bad bg-bad-soft text-bad font-semibold',
  slightly: 'border-warn bg-warn-soft text-warn font-semibold',
  very: 'border-good bg-good-soft text-good font-semibold',
}

type Props = { label: string; value: Confidence | null; onChoose: (confidence: Confidence) => void }

/** One of three, by press, by arrows, or by 1 2 3 in its card. Nothing is chosen before a person does. */
export function ConfidenceChoice({ label, value, onChoose }: Props) {
  const name = useId()
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const chosen = event.ctrlKey || event.metaKey || event.altKey ? null : confidenceOfKey(event.key)
    if (chosen === null) return leaveField(event)
    event.preventDefault()
    onChoose(chosen)
  }
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className="flex min-w-0 flex-wrap items-center gap-2 max-sm:w-full"
    >
      <span dir="auto" className="mr-1 font-medium text-ink-2 max-sm:w-full">
        {label}
      </span>
      <span className="flex flex-wrap gap-2 max-sm:grid max-sm:w-full max-sm:grid-cols-3">
        {CONFIDENCES.map((confidence, at) => (
          <label
            key={confidence}
            className={cx(
              'relative inline-flex min-h-7 cursor-pointer items-center gap-[7px] rounded-sm border px-[9px] whitespace-nowrap has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent max-sm:min-h-11 max-sm:justify-center max-sm:px-1.5 pointer-coarse:min-h-11',
              value === confidence
                ? CHOSEN[confidence]
                : 'border-line bg-surface font-medium text-ink-2 hover:bg-hover',
            )}
          >
            <input
              type="radio"
              name={name}
              checked={value === confidence}
              aria-label={confidenceWords(confidence)}
              onChange={() => onChoose(confidence)}
              onKeyDown={onKey}
              className="absolute -inset-px size-[calc(100%+2px)] cursor-pointer opacity-0"
            />
            <ConfidenceMark confidence={confidence} />
            <span aria-hidden="true">
              {confidenceWords(confidence).split(' ')[0]} <span className="max-sm:hidden">confident</span>
            </span>
            <Kbd>{String(at + 1)}</Kbd>
          </label>
        ))}
      </span>
    </div>
  )
}
