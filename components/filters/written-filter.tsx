'use client'

import { useId, useState } from 'react'
import type { FormEvent } from 'react'

import { Button } from '#components/ui/button.tsx'

type Props = {
  written: string
  /** Resolves to why it cannot be read; then the filter stays as it was. */
  onWrite: (written: string) => Promise<string | null>
  /** Why what is written in the address cannot be read. */
  refusal: string | null
  onRemove: () => void
}

/** For what chips cannot say: groups of and, or, not, and comparisons, in one line that can be copied. */
export function WrittenFilter({ written, onWrite, refusal: ofAddress, onRemove }: Props) {
  const [draft, setDraft] = useState<{ text: string; refusal: string | null } | null>(null)
  const hint = useId()
  const text = draft?.text ?? written
  const refusal = draft ? draft.refusal : ofAddress
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const because = await onWrite(text.trim())
    // what chips can say as well is shown by them now
    setDraft(because === null ? null : { text, refusal: because })
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-1">
      <div className="flex gap-2">
        <input
          dir="auto"
          type="text"
          aria-label="Advanced filter"
          aria-describedby={hint}
          aria-invalid={refusal !== null}
          value={text}
          maxLength={4000}
          spellCheck={false}
          placeholder='(type:bug or label:"severity::1") and not dri:none and updated>7d'
          onChange={(event) => setDraft({ text: event.target.value, refusal: null })}
          className="h-7 min-w-0 flex-1 rounded-sm border border-control/60 bg-surface px-2 font-mono text-xs hover:border-control aria-invalid:border-bad pointer-coarse:h-9"
        />
        <Button type="submit" size="sm">
          Apply
        </Button>
        <Button
          size="sm"
          kind="quiet"
          onClick={() => {
            setDraft(null)
            onRemove()
          }}
        >
          Remove
        </Button>
      </div>
      <p
        id={hint}
        role={refusal ? 'alert' : undefined}
        className={refusal ? 'text-xs text-bad' : 'text-xs text-ink-3'}
      >
        {refusal ??
          'and, or, not and brackets; fields such as type, label, dri:me, milestone:current, weight>2, due<7d, updated>7d, blocked:yes, finding:no-milestone, kind:planning, description:words. Words alone are looked for in the title.'}
      </p>
    </form>
  )
}
