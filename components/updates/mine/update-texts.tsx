'use client'

import { FIELD } from '#components/ui/field.tsx'
import { cx } from '#components/ui/cx.ts'

import { TEXTS } from './draft-fields.ts'
import type { DraftFields, TextName } from './draft-fields.ts'
import { leaveField } from '../leave-field.ts'

const SAID: Record<TextName, { label: string; placeholder: string }> = {
  progress: { label: 'Progress', placeholder: 'What moved forward' },
  blockers: { label: 'Blockers', placeholder: 'What is blocked, what you need' },
  next: { label: 'Next', placeholder: 'What is next' },
}

const MOST = 4_000

type Props = {
  fields: DraftFields
  onChange: (part: Partial<DraftFields>) => void
  onLeave: () => void
}

/** Handbook › Weekly status updates: "a few lines, not a novel". They grow with what is written. */
export const UpdateTexts = ({ fields, onChange, onLeave }: Props) => (
  <div className="grid gap-2.5 px-3.5 @min-[600px]/card:grid-cols-[1.25fr_1fr_1fr]">
    {TEXTS.map((name) => (
      <label key={name} className="flex min-w-0 flex-col gap-1">
        <span className="text-xs font-medium text-ink-2">{SAID[name].label}</span>
        <textarea
          dir="auto"
          rows={3}
          name={name}
          maxLength={MOST}
          placeholder={SAID[name].placeholder}
          value={fields[name]}
          onChange={({ target }) => onChange({ [name]: target.value })}
          onBlur={onLeave}
          onKeyDown={leaveField}
          className={cx(FIELD, 'field-sizing-content max-h-[40vh] min-h-[68px] flex-1 resize-y bg-bg')}
        />
      </label>
    ))}
  </div>
)
