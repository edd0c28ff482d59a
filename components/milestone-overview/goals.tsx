'use client'

import { EditFeet } from '#components/texts/edit-footer.tsx'
import { PenButton } from '#components/texts/editable-title.tsx'
import { IssueText } from '#components/texts/issue-text.tsx'
import { SetAside } from '#components/texts/kept-draft.tsx'
import { MarkdownFieldLater } from '#components/texts/markdown-field-later.ts'
import { useFirstFocus } from '#components/texts/use-first-focus.ts'
import type { TextEdit } from '#components/texts/use-text-edit.ts'
import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import type { Overview } from '#lib/contract/milestone-overview.ts'
import { whyNotGoals } from '#lib/domain/milestones.ts'
import { may } from '#lib/domain/permissions.ts'

import { Panel } from './panel.tsx'
import { useGoalsEdit } from './use-goals-edit.ts'

type Props = { group: string; view: Overview; className: string }

/** What the milestone is for, in Markdown; product manager and engineering manager write it where it stands. */
export function Goals({ group, view, className }: Props) {
  const edit = useGoalsEdit(group, view)
  const mayEdit = may(useActor(group), 'milestone.create') && whyNotGoals(view.milestone) === null
  const isEmpty = view.goals.trim() === ''
  if (isEmpty && view.milestone.closed) return null
  return (
    <Panel
      heading="Goals"
      side={
        mayEdit && !edit.isEditing && !isEmpty && <PenButton label="Edit the goals" onPress={edit.begin} />
      }
      className={`group ${className}`}
    >
      <div className="flex flex-col gap-2 px-3.5 py-3">
        {edit.isEditing ? (
          <Editor group={group} edit={edit} />
        ) : isEmpty ? (
          <p className="flex flex-wrap items-center gap-2 text-ink-2">
            No goals yet.
            {mayEdit && (
              <Button size="sm" onClick={edit.begin} className="no-print">
                Write goals
              </Button>
            )}
          </p>
        ) : (
          <IssueText group={group} text={view.goals} />
        )}
        <SetAside what="the goals" edit={edit} />
      </div>
    </Panel>
  )
}

function Editor({ group, edit }: { group: string; edit: TextEdit }) {
  const focusFirst = useFirstFocus(!edit.wasFound, edit.cancel)
  return (
    <>
      <MarkdownFieldLater
        group={group}
        label="Goals"
        labelHidden
        quickActions={false}
        rows={6}
        maxLength={20_000}
        value={edit.value}
        onChange={edit.change}
        onSubmit={edit.submit}
        onEscape={edit.cancel}
        ref={focusFirst}
      />
      <EditFeet what="the goals" edit={edit} />
    </>
  )
}
