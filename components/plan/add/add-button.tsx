'use client'

import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import type { Plan } from '#lib/contract/plan.ts'

const AddDialog = lazyPopup(async () => (await import('./add-dialog.tsx')).AddDialog)

type Props = { group: string; view: Plan; isAsking: boolean; onAsk: (isAsking: boolean) => void }

export function AddButton({ group, view: { milestone }, isAsking, onAsk }: Props) {
  return (
    <>
      <Button size="sm" kind="quiet" onPointerEnter={AddDialog.ahead} onClick={() => onAsk(true)}>
        <Icon name="plus" className="size-3.5" />
        Add candidates
      </Button>
      {isAsking && <AddDialog group={group} milestone={milestone} onClose={() => onAsk(false)} />}
    </>
  )
}
