'use client'

import { FormDialog } from '#components/ui/popups/form-dialog.tsx'
import type { Values } from '#components/ui/popups/form-dialog.tsx'
import { useBusyChange } from '#components/changes/use-change.ts'
import { changeLabel, createLabel } from '#lib/contract/labels.ts'
import { whyNotLabelTitle } from '#lib/domain/labels.ts'
import { categoryOf, FIXED_MEANINGS, meaningTitle } from '#lib/domain/meanings.ts'

import type { Label } from './label-row.tsx'

type Props = { group: string; label: Label | null; labels: readonly Label[]; onClose: () => void }

const CATEGORY = 'category'

export function LabelDialog({ group, label, labels, onClose }: Props) {
  const { change, busy } = useBusyChange()
  const send = ({ title = '', description = '', hue = '', meaning = '' }: Values) => {
    const fields = {
      group,
      title: title.trim(),
      description: description.trim(),
      hue: Number(hue),
      meaning: meaning === CATEGORY ? categoryOf(title) : meaning || null,
    }
    return label
      ? change({
          endpoint: changeLabel,
          input: { ...fields, label: label.id },
          message: `“${fields.title}” is saved.`,
        })
      : change({ endpoint: createLabel, input: fields, message: `Created “${fields.title}”.` })
  }
  const whyNot = ({ title = '' }: Values) => {
    const refusal = whyNotLabelTitle(title.trim())
    if (refusal) return refusal.because
    const other = labels.find((one) => one.title === title.trim() && one.id !== label?.id)
    return other ? `A label “${other.title}” already exists.` : null
  }
  return (
    <FormDialog
      title={label ? `Edit “${label.title}”` : 'New label'}
      questions={[
        {
          name: 'title',
          label: 'Title',
          max: 255,
          hint: 'Example: “type::bug”. An issue has one label of each scope, the part before “::”.',
        },
        { name: 'description', label: 'Description', kind: 'text', max: 1000 },
        {
          name: 'meaning',
          label: 'Meaning',
          hint: 'The meaning for rules.',
          options: meaningsFor(label, labels),
        },
        { name: 'hue', label: 'Colour', kind: 'hue' },
      ]}
      values={{
        title: label?.title ?? '',
        description: label?.description ?? '',
        meaning: label?.meaning ?? '',
        hue: String(label?.hue ?? 260),
      }}
      buttonLabel={label ? 'Save' : 'Create the label'}
      busy={busy}
      whyNot={whyNot}
      onSend={send}
      onClose={onClose}
    />
  )
}

type Option = readonly [value: string, fields: string]

/** A meaning belongs to one label: those of others are not offered. */
function meaningsFor(label: Label | null, labels: readonly Label[]): Option[] {
  const taken = new Set(labels.flatMap(({ id, meaning }) => (meaning && id !== label?.id ? [meaning] : [])))
  const own = label?.meaning?.startsWith('category.') ? [label.meaning] : []
  const free = [...own, ...FIXED_MEANINGS.filter((meaning) => !taken.has(meaning))]
  return [
    ['', 'No meaning'],
    [CATEGORY, 'A category, named by its title'],
    ...free.map((meaning): Option => [meaning, meaningTitle(meaning)]),
  ]
}
