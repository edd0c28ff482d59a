import { useId } from 'react'

import { Button } from '#components/ui/button.tsx'

import { Panel } from '#components/ui/panel.tsx'

type Props = {
  title: string
  facts: readonly (readonly [name: string, value: string])[]
  reason: string | null
  ahead: () => void
  onEdit: () => void
}

/** Facts with their names; what is not set yet is shown as such, so that one sees that it could be. */
export function FactsPanel({ title, facts, reason, ahead, onEdit }: Props) {
  return (
    <Panel
      id={useId()}
      title={title}
      action={
        !reason && (
          <Button aria-label={`Edit: ${title}`} onPointerEnter={ahead} onClick={onEdit}>
            Edit
          </Button>
        )
      }
    >
      <dl>
        {facts.map(([name, value]) => (
          <div
            key={name}
            className="flex gap-4 border-t border-line px-4 py-2.5 max-sm:flex-col max-sm:gap-0.5"
          >
            <dt className="w-32 flex-none text-ink-2">{name}</dt>
            <dd className="min-w-0 flex-1 text-pretty whitespace-pre-line wrap-anywhere">
              {value || <span className="text-ink-3">Not set</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
