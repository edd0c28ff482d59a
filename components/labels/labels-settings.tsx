'use client'

import { useState } from 'react'

import { RoomHead, Rows } from '#components/ui/rows.tsx'
import { useBusyChange } from '#components/changes/use-change.ts'
import { useActor } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Empty } from '#components/ui/state.tsx'
import { listLabels, listLabelUses, removeLabel } from '#lib/contract/labels.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'

import { LabelRow } from './label-row.tsx'
import type { Label } from './label-row.tsx'

const LabelDialog = lazyPopup(async () => (await import('./label-dialog.tsx')).LabelDialog)
const AskDialog = lazyPopup(async () => (await import('#components/ui/popups/ask-dialog.tsx')).AskDialog)

const LEAD = 'Rules use the meaning of a label, so you can rename it at any time.'

/** Handbook › Organisational Labels; what each label means to the rules stands beside it. */
export function LabelsSettings({ group }: { group: string }) {
  const { items } = usePrefetched(listLabels, { group })
  const uses = usePrefetched(listLabelUses, { group }).items
  const reason = whyNotAllowed(useActor(group), 'label.edit')?.because ?? null
  const [editing, setEditing] = useState<Label | 'new' | null>(null)
  const [doomed, setDoomed] = useState<Label | null>(null)
  const { change, busy } = useBusyChange()
  const usesOf = (id: string) => uses.find((one) => one.id === id) ?? { issues: 0, boards: 0 }
  return (
    <>
      <RoomHead
        lead={LEAD}
        readers={reason}
        make={{ label: 'New label', dialog: LabelDialog, onMake: () => setEditing('new') }}
      />
      {items.length === 0 ? (
        <Empty title="No labels yet">
          <p>Create labels for types of work and workflow.</p>
        </Empty>
      ) : (
        <Rows label="Labels">
          {items.map((label) => (
            <LabelRow
              key={label.id}
              label={label}
              uses={usesOf(label.id)}
              reason={reason}
              onEdit={() => setEditing(label)}
              onRemove={() => setDoomed(label)}
            />
          ))}
        </Rows>
      )}
      {editing && (
        <LabelDialog
          group={group}
          label={editing === 'new' ? null : editing}
          labels={items}
          onClose={() => setEditing(null)}
        />
      )}
      {doomed && (
        <AskDialog
          title={`Remove “${doomed.title}”?`}
          description="No issue or board uses this label."
          buttonLabel="Remove"
          busy={busy}
          onDo={() =>
            change({
              endpoint: removeLabel,
              input: { group, label: doomed.id },
              message: `Removed “${doomed.title}”.`,
            })
          }
          onClose={() => setDoomed(null)}
        />
      )}
    </>
  )
}
