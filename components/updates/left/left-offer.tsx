'use client'

import { useState } from 'react'

import { ComparedTexts } from '#components/texts/text-diff.tsx'
import { Button } from '#components/ui/button.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import type { MySubject } from '#lib/contract/updates.ts'
import { confidenceWords } from '#lib/domain/confidence.ts'
import { subjectSign } from '#lib/domain/subjects.ts'

import { draftText, TEXTS } from '../mine/draft-fields.ts'
import type { DraftFields } from '../mine/draft-fields.ts'
import type { UpdateDrafting } from '../mine/use-update-draft.ts'

const DiscardDialog = lazyPopup(async () => (await import('#components/ui/popups/dialog.tsx')).DiscardDialog)

const NAMES = { progress: 'Progress', blockers: 'Blockers', next: 'Next' }

type Props = {
  /** “Draft of last week”. */
  heading: string
  one: Pick<MySubject, 'kind' | 'ref'>
  fields: DraftFields
  drafting: Pick<UpdateDrafting, 'draft' | 'hasTyped' | 'fields' | 'status'>
  busy: boolean
  onTake: () => void
  onDiscard: () => void
}

/** The whole draft to be read. Where something was written this week too, both stand side by side before one replaces the other. */
export function LeftOffer({ heading, one, fields, drafting, busy, onTake, onDiscard }: Props) {
  const [isChoosing, setChoosing] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const hasOwn = drafting.hasTyped || drafting.draft !== null
  const isBusy = busy ? 'Saving…' : null
  // what is being saved gets a version that is not known yet
  const whyNotReplace = drafting.status === 'sending' ? 'Saving…' : isBusy
  return (
    <section
      aria-label={`${heading} of ${subjectSign(one)}`}
      className="mx-3.5 mb-3 flex flex-col gap-2 rounded-sm border border-line-strong bg-sunken px-3 py-2.5"
    >
      <h3 className="font-medium">
        {heading} <span className="font-normal text-ink-2">· not posted</span>
      </h3>
      {isChoosing && hasOwn ? (
        <>
          <ComparedTexts
            left={{ title: heading, text: draftText({ ...fields, confidence: null }) }}
            right={{ title: 'Written this week', text: draftText(drafting.fields) }}
          />
          <div className="flex flex-wrap gap-2">
            <Button size="sm" disabledReason={whyNotReplace} onClick={onTake}>
              Replace with this draft
            </Button>
            <Button size="sm" onClick={() => setChoosing(false)}>
              Keep this week’s
            </Button>
          </div>
        </>
      ) : (
        <>
          <LeftTexts fields={fields} />
          <div className="flex flex-wrap gap-2">
            <Button size="sm" disabledReason={isBusy} onClick={hasOwn ? () => setChoosing(true) : onTake}>
              Take over
            </Button>
            <Button size="sm" kind="quiet" disabledReason={isBusy} onClick={() => setAsking(true)}>
              Discard
            </Button>
          </div>
        </>
      )}
      {isAsking && (
        <DiscardDialog
          what={`“${heading}” of ${subjectSign(one)} was never posted.`}
          onClose={() => setAsking(false)}
          onDiscard={() => {
            setAsking(false)
            onDiscard()
          }}
        />
      )}
    </section>
  )
}

const LeftTexts = ({ fields }: { fields: DraftFields }) => (
  <dl className="grid gap-x-4 gap-y-1.5 @min-[600px]/card:grid-cols-[1.25fr_1fr_1fr]">
    {TEXTS.filter((name) => fields[name].trim() !== '').map((name) => (
      <div key={name} className="min-w-0">
        <dt className="text-xs font-medium text-ink-2">{NAMES[name]}</dt>
        <dd dir="auto" className="whitespace-pre-wrap wrap-anywhere">
          {fields[name].trim()}
        </dd>
      </div>
    ))}
    {fields.confidence !== null && (
      <div className="col-span-full text-xs text-ink-2">
        <dt className="inline">Confidence then: </dt>
        <dd className="inline">{confidenceWords(fields.confidence)}. Choose it again.</dd>
      </div>
    )}
  </dl>
)
