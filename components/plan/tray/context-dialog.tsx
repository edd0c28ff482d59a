'use client'

import { nameOf } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { FormDialog } from '#components/ui/popups/form-dialog.tsx'

import type { PickedOne } from '../picked.ts'

type Props = {
  handedOver: readonly PickedOne[]
  lookups: Lookups
  /** How many Deliverables are made. */
  count: number
  onAnswer: (context: string) => void
  onClose: () => void
}

/** Handbook › DRIs: a hand-over is explicit. Where the plan names another DRI, they are told what the EM writes here. */
export const ContextDialog = ({ handedOver, lookups, count, onAnswer, onClose }: Props) => (
  <FormDialog
    title={handedOver.length === 1 ? 'Hand over 1 issue' : `Hand over ${handedOver.length} issues`}
    description={handedOver.map((one) => lineOf(one, lookups)).join(' · ')}
    questions={[
      {
        name: 'context',
        label: 'Context for the new DRI',
        hint: 'What is done, open threads, the next step.',
        kind: 'text',
        max: 10_000,
      },
    ]}
    values={{ context: '' }}
    buttonLabel={count === 1 ? 'Make 1 Deliverable' : `Make ${count} Deliverables`}
    busy={false}
    whyNot={({ context = '' }) => (context.trim() === '' ? 'Add context for the new DRI.' : null)}
    onSend={async ({ context = '' }) => onAnswer(context.trim())}
    onClose={onClose}
  />
)

const lineOf = ({ candidate: { card }, dri }: PickedOne, lookups: Lookups): string =>
  `#${card.ref}: ${nameOf(card.dri ?? '', lookups)} → ${nameOf(dri ?? '', lookups)}`
