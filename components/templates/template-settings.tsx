'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { RoomHead, Row, Rows } from '#components/ui/rows.tsx'
import { useBusyChange } from '#components/changes/use-change.ts'
import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Skeleton, Empty } from '#components/ui/state.tsx'
import { TypeTag } from '#components/ui/tag.tsx'
import { beginTemplates, listTemplates, removeTemplate } from '#lib/contract/templates.ts'
import type { Template } from '#lib/contract/templates.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'
import { reading } from '#lib/http/query.ts'

const TemplateDialog = lazyPopup(async () => (await import('./template-dialog.tsx')).TemplateDialog)
const AskDialog = lazyPopup(async () => (await import('#components/ui/popups/ask-dialog.tsx')).AskDialog)

const LEAD = 'Templates fill the empty description of a new issue, by type of work.'

type Open = { kind: 'new' } | { kind: 'edit' | 'remove'; id: number }

/** The templates of a group; its page may fetch `listTemplates` ahead. */
export function TemplateSettings({ group }: { group: string }) {
  const { data, error } = useQuery(reading(listTemplates, { group }))
  const [open, setOpen] = useState<Open | null>(null)
  const { change, busy } = useBusyChange()
  const why = whyNotAllowed(useActor(group), 'template.edit')?.because
  if (error && !data) throw error
  const chosen = open && open.kind !== 'new' ? data?.items.find(({ id }) => id === open.id) : undefined
  const begin = () =>
    change({
      endpoint: beginTemplates,
      input: { group },
      message: ({ added }) => `Added ${added} ${added === 1 ? 'template' : 'templates'}.`,
    })
  return (
    <>
      <RoomHead
        lead={LEAD}
        readers={why}
        action={
          !why && (
            <Button
              kind="primary"
              onPointerEnter={TemplateDialog.ahead}
              onClick={() => setOpen({ kind: 'new' })}
            >
              New template
            </Button>
          )
        }
      />
      {!data && <Skeleton className="h-40 w-full" />}
      {data?.items.length === 0 && (
        <Empty title="No templates yet">
          <p>Start with four templates for bugs, maintenance, features and spikes.</p>
          <Button disabledReason={busy ? 'Adding…' : null} onClick={() => void begin()}>
            Add starter templates
          </Button>
        </Empty>
      )}
      {data && data.items.length > 0 && (
        <Rows label="Issue templates">
          {data.items.map((template) => (
            <TemplateRow
              key={template.id}
              template={template}
              why={why}
              onEdit={() => setOpen({ kind: 'edit', id: template.id })}
              onRemove={() => setOpen({ kind: 'remove', id: template.id })}
            />
          ))}
        </Rows>
      )}
      {(open?.kind === 'new' || (open?.kind === 'edit' && chosen)) && (
        <TemplateDialog group={group} template={chosen ?? null} onClose={() => setOpen(null)} />
      )}
      {open?.kind === 'remove' && chosen && (
        <AskDialog
          title={`Remove “${chosen.title}”?`}
          description="Existing issues do not change. The text stays in the activity of the group."
          buttonLabel="Remove"
          busy={busy}
          onDo={() =>
            change({
              endpoint: removeTemplate,
              input: { group, template: chosen.id },
              message: `Removed “${chosen.title}”.`,
            })
          }
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

type RowProps = {
  template: Template
  why: string | undefined
  onEdit: () => void
  onRemove: () => void
}

function TemplateRow({ template: { title, type, body }, why, onEdit, onRemove }: RowProps) {
  return (
    <Row>
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 font-semibold">
          <bdi>{title}</bdi>{' '}
          {type ? <TypeTag type={type} /> : <span className="text-2xs font-normal text-ink-3">any type</span>}
        </p>
        <p className="text-pretty text-ink-2">{headingsOf(body)}</p>
      </div>
      {!why && (
        <Button aria-label={`Edit ${title}`} onClick={onEdit}>
          Edit
        </Button>
      )}
      {!why && (
        <Button kind="quiet" aria-label={`Remove ${title}`} onClick={onRemove}>
          Remove
        </Button>
      )}
    </Row>
  )
}

/** What a template asks for, in a line. */
function headingsOf(body: string): string {
  const lines = body.split('\n').filter((line) => line.trim() !== '')
  const headings = lines.filter((line) => line.startsWith('#')).map((line) => line.replace(/^#+\s*/, ''))
  return headings.length > 0 ? headings.join(' · ') : (lines[0] ?? '')
}
