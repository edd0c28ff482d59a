'use client'

import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'

import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { isComposing } from '#components/ui/keys/is-composing.ts'
import { useDoubleClick } from '#components/ui/keys/use-double-click.ts'

import { EditFeet } from './edit-footer.tsx'
import { SetAside } from './kept-draft.tsx'
import type { TextEdit } from './use-text-edit.ts'

type Props = {
  title: string
  /** How it is named in texts, such as `#12`. */
  mark: string
  /** A sentence for a title that is left empty. */
  needed: string
  edit: TextEdit
  mayEdit: boolean
}

/** What an issue or an epic is called; the pen or a double click changes it where it stands. */
export function EditableTitle({ title, mark, needed, edit, mayEdit }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const { isEditing, wasFound } = edit
  const element = useDoubleClick<HTMLHeadingElement>(!mayEdit || isEditing ? null : edit.begin)
  useEffect(() => {
    if (isEditing && !wasFound) field.current?.select()
  }, [isEditing, wasFound])
  if (isEditing) {
    const onKey = (event: KeyboardEvent) => {
      if (isComposing(event.nativeEvent)) return
      if (event.key === 'Enter' && edit.value.trim() !== '') edit.submit()
      else if (event.key === 'Escape') edit.cancel()
      else return
      event.preventDefault()
    }
    return (
      <div className="flex flex-col gap-2">
        <h1 dir="auto" className="sr-only">
          {title}
        </h1>
        <TextField
          ref={field}
          label="Title"
          value={edit.value}
          maxLength={255}
          className="text-lg font-semibold"
          onChange={(event) => edit.change(event.target.value)}
          onKeyDown={onKey}
        />
        <EditFeet what="the title" edit={edit} reason={edit.value.trim() === '' ? needed : null} />
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="group flex items-start gap-1.5">
        <h1
          ref={element}
          className="text-xl leading-snug font-semibold tracking-[-0.014em] text-pretty wrap-anywhere"
        >
          <bdi>{title}</bdi> <span className="num font-normal text-ink-3">{mark}</span>
        </h1>
        {mayEdit && <PenButton label="Edit the title" onPress={edit.begin} />}
      </div>
      <SetAside what="the title" edit={edit} />
    </div>
  )
}

type PenProps = { label: string; onPress: () => void; fact?: string }

/** Quiet until the text is pointed at or the pen is focused; always there for fingers. */
export function PenButton({ label, onPress, fact }: PenProps) {
  return (
    <Button
      kind="quiet"
      size="icon-sm"
      aria-label={label}
      tip={label}
      onClick={onPress}
      data-fact={fact}
      className="mt-0.5 opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100 no-print"
    >
      <Icon name="pen" className="size-3.5" />
    </Button>
  )
}
