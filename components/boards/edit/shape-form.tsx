'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { wordsOf } from '#components/changes/send.ts'
import { Button } from '#components/ui/button.tsx'
import { CancelButton } from '#components/ui/popups/dialog.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { MilestoneFacts } from '#lib/contract/facts.ts'
import { whyNotShape } from '#lib/domain/board-shapes.ts'
import type { BoardShape } from '#lib/domain/board-shapes.ts'
import { shapeFrom, TEMPLATES } from '#lib/domain/board-templates.ts'
import type { LabelFact } from '#lib/domain/labels.ts'

import { ColumnFields } from './column-fields.tsx'
import { PickLabel } from './pick-label.tsx'

type Props = {
  labels: readonly LabelFact[]
  milestones: readonly MilestoneFacts[]
  /** Null for a new board, which can begin with a template. */
  now: BoardShape | null
  /** What a new board begins as, unless with a template or as a copy of a board. */
  begun: BoardShape | null
  boards: readonly { slug: string; title: string }[]
  copied: (board: string) => Promise<BoardShape>
  /** Throws what the server refuses. */
  onSave: (shape: BoardShape) => Promise<void>
}

const COPY = 'copy of '
const BLANK: BoardShape = { title: '', milestone: { rule: 'any' }, labels: [], columns: [] }

export function ShapeForm({ labels, milestones, now, begun, boards, copied, onSave }: Props) {
  const [shape, setShape] = useState(now ?? begun ?? BLANK)
  const [beginsAs, setBeginsAs] = useState(TEMPLATES[0]?.id ?? '')
  const [busy, setBusy] = useState(false)
  const [errorText, setErrorText] = useState('')
  const change = (part: Partial<BoardShape>) => setShape((before) => ({ ...before, ...part }))
  const reason = busy ? 'Saving…' : whyNotShape(shape)?.because
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason) return
    setBusy(true)
    try {
      await onSave({ ...shape, title: shape.title.trim() })
    } catch (error) {
      setErrorText(wordsOf(error))
      setBusy(false)
    }
  }
  const begin = (id: string) => {
    setBeginsAs(id)
    const template = TEMPLATES.find((one) => one.id === id)
    if (template) change({ ...shapeFrom(template, labels, milestones), title: shape.title })
    else void copy(id.slice(COPY.length))
  }
  const copy = async (board: string) => {
    try {
      const begins = await copied(board)
      setShape((before) => ({ ...begins, title: before.title.trim() === '' ? begins.title : before.title }))
    } catch (error) {
      setErrorText(wordsOf(error))
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3.5">
      <TextField
        label="Title"
        value={shape.title}
        maxLength={80}
        onChange={(event) => change({ title: event.target.value })}
      />
      {now === null && begun === null && (
        <ChoiceField
          label="Start with"
          value={beginsAs}
          onValue={begin}
          choices={TEMPLATES.map(({ id, name }) => ({ value: id, label: name }))}
          parts={[
            {
              heading: 'As a copy of a board',
              choices: boards.map(({ slug, title }) => ({ value: `${COPY}${slug}`, label: title })),
            },
          ]}
        />
      )}
      <MilestoneField shape={shape} milestones={milestones} onChange={change} />
      <FilterLabels shape={shape} labels={labels} onChange={change} />
      <ColumnFields columns={shape.columns} labels={labels} onChange={(columns) => change({ columns })} />
      {errorText && (
        <p role="alert" className="text-bad">
          {errorText}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <CancelButton />
        <Button kind="primary" type="submit" disabledReason={reason}>
          {now ? 'Save' : 'Create the board'}
        </Button>
      </div>
    </form>
  )
}

type PartProps = { shape: BoardShape; onChange: (part: Partial<BoardShape>) => void }

function MilestoneField({ shape, milestones, onChange }: PartProps & Pick<Props, 'milestones'>) {
  const { milestone } = shape
  const value = milestone.rule === 'fixed' ? `=${milestone.slug}` : milestone.rule
  const choose = (chosen: string) => {
    if (chosen === 'current' || chosen === 'next' || chosen === 'any')
      onChange({ milestone: { rule: chosen } })
    else onChange({ milestone: { rule: 'fixed', slug: chosen.slice(1) } })
  }
  const offered = milestones.filter(({ slug, closed }) => !closed || `=${slug}` === value)
  return (
    <ChoiceField
      label="Milestone"
      value={value}
      onValue={choose}
      choices={[
        { value: 'current', label: 'Current milestone' },
        { value: 'next', label: 'Next milestone' },
        { value: 'any', label: 'Every milestone' },
      ]}
      parts={[
        {
          heading: 'One milestone or shelf',
          choices: offered.map(({ slug, title }) => ({ value: `=${slug}`, label: title })),
        },
      ]}
    />
  )
}

function FilterLabels({ shape, labels, onChange }: PartProps & Pick<Props, 'labels'>) {
  const left = labels.filter(({ title }) => !shape.labels.includes(title))
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 font-medium">Only issues with</legend>
      {shape.labels.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {shape.labels.map((title) => (
            <li
              key={title}
              className="inline-flex min-h-7 items-center rounded-full border border-line pl-2.5 text-xs"
            >
              <bdi>{title}</bdi>
              <button
                type="button"
                aria-label={`Remove ${title}`}
                className="tap ml-0.5 grid size-6 place-items-center rounded-full hover:bg-hover"
                onClick={() => onChange({ labels: shape.labels.filter((one) => one !== title) })}
              >
                <Icon name="close" className="size-3" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <PickLabel
        label={shape.labels.length > 0 ? 'Add a label' : 'A label'}
        hint="Issues with all of these labels; without labels, all issues of the milestone."
        titles={left.map(({ title }) => title)}
        onPick={(title) => onChange({ labels: [...shape.labels, title] })}
      />
    </fieldset>
  )
}
