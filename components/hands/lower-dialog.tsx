'use client'

import { useState } from 'react'

import { FormDialog } from '#components/ui/popups/form-dialog.tsx'

type Props = { ask: string; onLower: (how: string) => Promise<unknown>; onClose: () => void }

/** How it ended is what the next person finds who asks for the same. */
export function LowerDialog({ ask, onLower, onClose }: Props) {
  const [busy, setBusy] = useState(false)
  return (
    <FormDialog
      title="Lower the hand"
      description={ask}
      questions={[
        {
          name: 'how',
          label: 'How it ended',
          kind: 'text',
          max: 500,
          hint: 'Others who need the same find it on the Hands page.',
        },
      ]}
      values={{ how: '' }}
      buttonLabel="Lower hand"
      busy={busy}
      whyNot={({ how = '' }) => (how.trim() === '' ? 'Say how it ended.' : null)}
      onSend={async ({ how = '' }) => {
        setBusy(true)
        try {
          return await onLower(how)
        } finally {
          setBusy(false)
        }
      }}
      onClose={onClose}
    />
  )
}
