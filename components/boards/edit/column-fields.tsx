'use client'

import { announce } from '#components/shell/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { MOST_COLUMNS } from '#lib/domain/board-shapes.ts'
import type { ColumnShape } from '#lib/domain/board-shapes.ts'
import type { LabelFact } from '#lib/domain/labels.ts'

import { PickLabel } from './pick-label.tsx'

type Props = {
  columns: readonly ColumnShape[]
  labels: readonly LabelFact[]
  onChange: (columns: readonly ColumnShape[]) => void
}

/** The columns in their order, each a label, with a soft limit. */
export function ColumnFields({ columns, labels, onChange }: Props) {
  const held = new Set(columns.map(({ label }) => label))
  const add = (label: string) => onChange([...columns, { label, wipCount: null, wipWeight: null }])
  const move = (at: number, by: -1 | 1) => {
    const column = columns[at]
    if (!column) return
    onChange(columns.toSpliced(at, 1).toSpliced(at + by, 0, column))
    announce(`${column.label} is column ${at + by + 1} of ${columns.length}.`)
  }
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 font-medium">Columns, from the left</legend>
      {columns.length > 0 && (
        <ol className="flex flex-col rounded-sm border border-line">
          {columns.map((column, at) => (
            <li
              key={column.label}
              className="flex flex-wrap items-center gap-x-2 gap-y-1 border-line px-2 py-1.5 not-first:border-t"
            >
              <span dir="auto" className="min-w-28 flex-1 wrap-anywhere">
                {column.label}
              </span>
              <Limit column={column} onChange={(next) => onChange(columns.with(at, next))} />
              <span className="flex">
                <Step name="up" column={column} end={at === 0} onStep={() => move(at, -1)} />
                <Step
                  name="down"
                  column={column}
                  end={at === columns.length - 1}
                  onStep={() => move(at, 1)}
                />
                <Button
                  kind="quiet"
                  size="icon-sm"
                  aria-label={`Remove the column ${column.label}`}
                  onClick={() => onChange(columns.toSpliced(at, 1))}
                >
                  <Icon name="close" className="size-3" />
                </Button>
              </span>
            </li>
          ))}
        </ol>
      )}
      {columns.length < MOST_COLUMNS && (
        <PickLabel
          label="A column for"
          titles={labels.filter(({ title }) => !held.has(title)).map(({ title }) => title)}
          onPick={add}
        />
      )}
    </fieldset>
  )
}

type StepProps = { name: 'up' | 'down'; column: ColumnShape; end: boolean; onStep: () => void }

function Step({ name, column, end, onStep }: StepProps) {
  return (
    <Button
      kind="quiet"
      size="icon-sm"
      aria-label={name === 'up' ? `Move ${column.label} to the left` : `Move ${column.label} to the right`}
      disabledReason={end ? `It is already the ${name === 'up' ? 'first' : 'last'} column.` : null}
      onClick={onStep}
    >
      <Icon name={name === 'up' ? 'up' : 'chevron'} className="size-3.5" />
    </Button>
  )
}

const SMALL =
  'rounded-xs border border-control bg-surface px-1.5 py-0.5 text-xs min-h-6 pointer-coarse:min-h-9'

/** Soft: what lies above it is shown and named, and nobody is stopped. */
function Limit({ column, onChange }: { column: ColumnShape; onChange: (column: ColumnShape) => void }) {
  const by = column.wipCount !== null ? 'cards' : column.wipWeight !== null ? 'weight' : 'none'
  const max = column.wipCount ?? column.wipWeight ?? 5
  const set = (unit: string, value: number) =>
    onChange({
      ...column,
      wipCount: unit === 'cards' ? value : null,
      wipWeight: unit === 'weight' ? value : null,
    })
  return (
    <span className="flex items-center gap-1">
      <ChoiceField
        label={`Limit of ${column.label}`}
        labelHidden
        small
        value={by}
        onValue={(unit) => set(unit, max)}
        choices={[
          { value: 'none', label: 'no limit' },
          { value: 'cards', label: 'at most, cards' },
          { value: 'weight', label: 'at most, weight' },
        ]}
      />
      {by !== 'none' && (
        <input
          type="number"
          aria-label={`Maximum ${by} in ${column.label}`}
          className={`${SMALL} num w-14`}
          min={1}
          max={999}
          value={max}
          onChange={(event) => {
            const value = Math.trunc(event.target.valueAsNumber)
            if (value >= 1 && value <= 999) set(by, value)
          }}
        />
      )}
    </span>
  )
}
