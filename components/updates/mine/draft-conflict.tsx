'use client'

import { ComparedTexts } from '#components/texts/text-diff.tsx'
import { Button } from '#components/ui/button.tsx'

import { draftText } from './draft-fields.ts'
import type { DraftFields } from './draft-fields.ts'

type Props = { mine: DraftFields; theirs: DraftFields; onKeep: () => void; onTake: () => void }

/** One update was written on two devices: both versions, and the choice between them. */
export const DraftConflict = ({ mine, theirs, onKeep, onTake }: Props) => (
  <div role="alert" className="mx-3.5 mb-3 flex flex-col gap-2 rounded-sm border border-line-strong p-3">
    <p className="font-medium">You changed this update on another device too. Choose a version.</p>
    <ComparedTexts
      left={{ title: 'On this device', text: draftText(mine) }}
      right={{ title: 'On the other device', text: draftText(theirs) }}
    />
    <div className="flex flex-wrap gap-2">
      <Button onClick={onKeep}>Keep this device’s</Button>
      <Button onClick={onTake}>Take the other device’s</Button>
    </div>
  </div>
)
