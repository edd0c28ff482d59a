'use client'

import { EditFeet } from '#components/texts/edit-footer.tsx'
import { MarkdownFieldLater } from '#components/texts/markdown-field-later.ts'
import { useFirstFocus } from '#components/texts/use-first-focus.ts'
import type { TextEdit } from '#components/texts/use-text-edit.ts'
import { OfferUpdates } from '#components/updates/paste/offer-updates.tsx'

type Props = {
  group: string
  edit: TextEdit
  /** On which it stands; null where that is no work of its own. */
  issue: { ref: number; title: string } | null
}

export function CommentEditor({ group, edit, issue }: Props) {
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
      <OfferUpdates group={group} text={edit.value} issue={issue} onPosted={edit.cancel} />
      <EditFeet what="the comment" edit={edit} reason={isEmpty ? 'A comment cannot be empty.' : null} />
    </div>
  )
}
