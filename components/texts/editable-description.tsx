'use client'

import type { ReactNode } from 'react'

import type { OnToggle } from '#components/ui/markdown/markdown-list.tsx'
import { useDoubleClick } from '#components/ui/keys/use-double-click.ts'

import { quickWays } from '#components/commands/quick-ways.ts'
import type { Acting } from '#components/commands/quick-ways.ts'

import { EditFeet } from './edit-footer.tsx'
import { SetAside } from './kept-draft.tsx'
import { IssueText } from './issue-text.tsx'
import { PenButton } from './editable-title.tsx'
import { MarkdownFieldLater } from './markdown-field-later.ts'
import { useFirstFocus } from './use-first-focus.ts'
import type { TextEdit } from './use-text-edit.ts'

type Props = {
  group: string
  description: string
  /** What is shown of it, where that is more than its words. */
  shown?: ReactNode
  edit: TextEdit
  mayEdit: boolean
  /** Offers /weight and the like, which only an issue can carry out. */
  issue?: Acting
  onTick?: OnToggle
}

/** What an issue or an epic is about, edited where it stands: Enter, the pen, or a double click. */
export function EditableDescription({ group, description, shown, edit, mayEdit, issue, onTick }: Props) {
  const element = useDoubleClick<HTMLElement>(!mayEdit || edit.isEditing ? null : edit.begin)
  if (edit.isEditing) return <Editor group={group} edit={edit} issue={issue} />
  return (
    <section ref={element} aria-label="Description" className="group flex flex-col gap-2">
      <div className="flex items-start gap-1.5">
        <div className="min-w-0 flex-1">
          {shown && description.trim() ? (
            shown
          ) : description.trim() ? (
            <IssueText
              group={group}
              text={description}
              {...(mayEdit && onTick ? { onToggle: onTick } : {})}
            />
          ) : (
            <p className="text-base text-ink-3">No description yet.</p>
          )}
        </div>
        {mayEdit && <PenButton label="Edit the description" onPress={edit.begin} fact="Description" />}
      </div>
      <SetAside what="the description" edit={edit} />
    </section>
  )
}

type EditorProps = Pick<Props, 'group' | 'edit'> & { issue: Acting | undefined }

function Editor({ group, edit, issue }: EditorProps) {
  const ways = issue && quickWays(issue, edit.value, edit.refusal, edit.submitText)
  const focusFirst = useFirstFocus(!edit.wasFound, edit.cancel)
  return (
    <section aria-label="Description" className="flex flex-col gap-2">
      <MarkdownFieldLater
        group={group}
        label="Description"
        labelHidden
        quickActions={issue !== undefined}
        rows={10}
        maxLength={100_000}
        value={edit.value}
        onChange={edit.change}
        onSubmit={edit.submit}
        onEscape={edit.cancel}
        ref={focusFirst}
      />
      <EditFeet what="the description" edit={edit} {...(ways ? { ways } : {})} />
    </section>
  )
}
