'use client'

import { useDoubleClick } from '#components/ui/use-double-click.ts'

import { EditFeet } from './edit-feet.tsx'
import { IssueText } from './issue-text.tsx'
import { PenButton } from './issue-title.tsx'
import { MarkdownFieldLater } from './markdown-field-later.ts'
import { useFirstFocus } from './use-first-focus.ts'
import type { TextEdit } from './use-text-edit.ts'

type Props = {
  group: string
  description: string
  edit: TextEdit
  why: string | undefined
  onTick: (line: number, done: boolean) => void
}

/** What the issue is about, edited where it stands: Enter, the pen, or a double click. */
export function IssueDescription({ group, description, edit, why, onTick }: Props) {
  const words = useDoubleClick<HTMLElement>(why || edit.isEditing ? null : edit.begin)
  if (edit.isEditing) return <Editor group={group} edit={edit} />
  return (
    <section ref={words} aria-label="Description" className="group relative">
      {description.trim() ? (
        <IssueText group={group} text={description} {...(why ? {} : { onToggle: onTick })} />
      ) : (
        <p className="text-base text-ink-3">No description yet.</p>
      )}
      <div className="absolute -top-1 right-0 rounded-sm bg-bg">
        <PenButton label="Edit the description" why={why} onPress={edit.begin} />
      </div>
    </section>
  )
}

function Editor({ group, edit }: Pick<Props, 'group' | 'edit'>) {
  const focusFirst = useFirstFocus(!edit.wasFound)
  return (
    <section aria-label="Description" className="flex flex-col gap-2">
      <MarkdownFieldLater
        group={group}
        label="Description"
        labelHidden
        quickActions
        rows={10}
        maxLength={100_000}
        value={edit.value}
        onChange={edit.change}
        onSubmit={edit.submit}
        onEscape={edit.cancel}
        ref={focusFirst}
      />
      <EditFeet what="the description" edit={edit} />
    </section>
  )
}
