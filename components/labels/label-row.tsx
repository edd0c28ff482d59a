import { Row } from '#components/ui/rows.tsx'
import { Button } from '#components/ui/button.tsx'
import { LabelTag, Note } from '#components/ui/tag.tsx'
import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { listLabels } from '#lib/contract/labels.ts'
import { meaningTitle, whyNotRemoveLabel } from '#lib/domain/meanings.ts'

export type Label = OutputOf<typeof listLabels>['items'][number]

type Props = {
  label: Label
  uses: { issues: number; boards: number }
  reason: string | null
  onEdit: () => void
  onRemove: () => void
}

export function LabelRow({ label, uses, reason, onEdit, onRemove }: Props) {
  const { title, hue, meaning, description } = label
  const inUse = whyNotRemoveLabel({ title, ...uses })
  const facts = [description, counted(uses.issues, 'issue'), counted(uses.boards, 'board')]
  return (
    <Row>
      <div className="flex min-w-0 flex-1 flex-col gap-1 max-sm:basis-full">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <LabelTag title={title} hue={hue} />
          {meaning && <Note tone="calm">{meaningTitle(meaning)}</Note>}
        </p>
        <p className="num text-xs text-pretty text-ink-2">
          {facts.filter(Boolean).join(' · ') || 'Not used.'}
        </p>
      </div>
      {!reason && (
        <>
          <Button size="sm" aria-label={`Edit ${title}`} onClick={onEdit}>
            Edit
          </Button>
          <Button size="sm" aria-label={`Remove ${title}`} disabledReason={inUse?.because} onClick={onRemove}>
            Remove
          </Button>
        </>
      )}
    </Row>
  )
}

const counted = (count: number, noun: string) =>
  count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`
