'use client'

import { useState } from 'react'
import type { FormEvent, SyntheticEvent } from 'react'

import { useActor } from '#components/shell/use-group.ts'
import { CheckField } from '#components/ui/check.tsx'
import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { SavedView } from '#lib/contract/views.ts'
import { may } from '#lib/domain/permissions.ts'

import { useKeepViews } from './keep-views.ts'
import { useViews } from './use-views.ts'

type Props = { group: string; place: string; query: string; onClose: () => void }

export function SaveViewDialog({ group, place, query, onClose }: Props) {
  const keep = useKeepViews(group)
  const mayShare = may(useActor(group), 'board.edit')
  const [title, setTitle] = useState('')
  const [shared, setShared] = useState(false)
  const [busy, setBusy] = useState(false)
  const reason = busy ? 'Saving…' : title.trim() === '' ? 'Enter a title first.' : null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason) return
    setBusy(true)
    if (await keep.save({ title: title.trim(), place, query, shared })) onClose()
    else setBusy(false)
  }
  return (
    <Dialog title="Save this view" description="Filters, order and groups as they are now." onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <TextField
          label="Title"
          value={title}
          maxLength={80}
          onChange={(event) => setTitle(event.target.value)}
        />
        {mayShare && (
          <CheckField checked={shared} onCheck={setShared}>
            For the whole group
          </CheckField>
        )}
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={reason}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

export function ManageViewsDialog({ group, place, query, onClose }: Props) {
  const views = useViews(group)
  return (
    <Dialog title="Views" wide onClose={onClose}>
      {views.length === 0 && <p className="text-ink-2">No saved views.</p>}
      <ul className="flex flex-col">
        {views.map((view) => (
          <ViewLine key={view.id} group={group} view={view} here={view.place === place ? query : null} />
        ))}
      </ul>
      <div className="flex justify-end">
        <Button onClick={onClose}>Done</Button>
      </div>
    </Dialog>
  )
}

type LineProps = {
  group: string
  view: SavedView
  /** What is looked at now, if it is the same place. */
  here: string | null
}

function ViewLine({ group, view, here }: LineProps) {
  const keep = useKeepViews(group)
  const actor = useActor(group)
  const [title, setTitle] = useState(view.title)
  const mayChange = !view.shared || may(actor, 'board.edit')
  const rename = (event: SyntheticEvent) => {
    event.preventDefault()
    if (title.trim() && title.trim() !== view.title) void keep.change(view, { title: title.trim() })
  }
  return (
    <li className="flex flex-wrap items-center gap-2 border-b border-line py-2 last:border-b-0">
      {mayChange ? (
        <form onSubmit={rename} className="min-w-40 flex-1">
          <input
            dir="auto"
            aria-label={`Title of ${view.title}`}
            value={title}
            maxLength={80}
            onBlur={rename}
            onChange={(event) => setTitle(event.target.value)}
            className="w-full rounded-sm border border-transparent bg-transparent px-1.5 py-1 hover:border-line focus:border-control"
          />
        </form>
      ) : (
        <span dir="auto" className="min-w-40 flex-1 px-1.5 py-1 wrap-anywhere">
          {view.title}
        </span>
      )}
      <span className="text-xs text-ink-3">
        {view.place === 'issues' ? 'Issues' : `Board ${view.place.slice('boards/'.length)}`}
        {view.shared ? ' · for the group' : ''}
      </span>
      {mayChange && here !== null && here !== view.query && (
        <Button size="sm" kind="quiet" onClick={() => void keep.change(view, { query: here })}>
          Show this instead
        </Button>
      )}
      {mayChange && (
        <Button
          size="icon-sm"
          kind="quiet"
          aria-label={`Remove ${view.title}`}
          onClick={() => void keep.remove(view)}
        >
          <Icon name="close" className="size-3.5" />
        </Button>
      )}
    </li>
  )
}
