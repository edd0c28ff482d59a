'use client'

import { EditFeet } from '#components/texts/edit-footer.tsx'
import { MarkdownFieldLater } from '#components/texts/markdown-field-later.ts'
import { useFirstFocus } from '#components/texts/use-first-focus.ts'
import type { TextEdit } from '#components/texts/use-text-edit.ts'

type Props = { group: string; edit: TextEdit }

export function CommentEditor({ group, edit }: Props) {
  const focusFirst = useFirstFocus(!edit.wasFound, edit.cancel)
  const isEmpty = edit.value.trim() === ''
  return (
    <div className="flex flex-col gap-2">
      <MarkdownFieldLater
        group={group}
        label="Comment"
        labelHidden
        rows={4}
        maxLength={100_000}
        value={edit.value}
        onChange={edit.change}
        onSubmit={() => !isEmpty && edit.submit()}
        onEscape={edit.cancel}
        ref={focusFirst}
      />
      <EditFeet what="the comment" edit={edit} reason={isEmpty ? 'A comment cannot be empty.' : null} />
    </div>
  )
}
