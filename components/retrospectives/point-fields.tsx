'use client'

import type { KeyboardEvent, Ref } from 'react'

import { Switch } from '#components/charts/switch.tsx'
import { useMe } from '#components/shell/use-group.ts'
import { TextArea } from '#components/ui/field.tsx'
import { lazily } from '#components/ui/popups/lazily.tsx'
import {
  MOST_OF_POINT,
  POINT_KINDS,
  POINT_TITLES,
  whyNotWrite,
} from '#lib/domain/retrospectives/retrospectives.ts'

import type { PointDraft } from './use-point-draft.ts'

const ThankedField = lazily(async () => (await import('./thanked-field.tsx')).ThankedField)

export type Person = { handle: string; name: string }

type Props = {
  people: readonly Person[]
  value: PointDraft
  label: string
  onValue: (value: PointDraft) => void
  onSend: () => void
  ref?: Ref<HTMLTextAreaElement>
}

/** What a point says: its kind, whom it thanks, and its words. */
export function PointFields({ people, value, label, onValue, onSend, ref }: Props) {
  const { handle } = useMe()
  const send = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    onSend()
  }
  return (
    <>
      <div className="flex flex-wrap items-end gap-2">
        <Switch
          label="Kind of point"
          options={POINT_KINDS.map((kind) => ({ value: kind, text: POINT_TITLES[kind] }))}
          value={value.kind}
          onValue={(kind) => onValue({ ...value, kind })}
        />
        {value.kind === 'thanks' && (
          <div className="w-52 max-w-full">
            <ThankedField
              people={people.filter((one) => one.handle !== handle)}
              value={value.to}
              onValue={(to) => onValue({ ...value, to })}
            />
          </div>
        )}
      </div>
      <TextArea
        ref={ref}
        label={label}
        rows={2}
        maxLength={MOST_OF_POINT}
        value={value.text}
        onChange={({ target }) => onValue({ ...value, text: target.value })}
        onKeyDown={send}
      />
    </>
  )
}

/** As it is sent: other kinds than thanks name no person. */
export const saidIn = ({ kind, text, to }: PointDraft) => ({
  kind,
  text: text.trim(),
  ...(kind === 'thanks' && to !== '' ? { to } : {}),
})

export const whyNotSend = ({ kind, text, to }: PointDraft): string | null =>
  whyNotWrite({
    stage: 'writing',
    text,
    kind,
    to: kind === 'thanks' && to !== '' ? 'another' : 'none',
    written: 0,
  })?.because ?? null
