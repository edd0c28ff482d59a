'use client'

import { useQuery } from '@tanstack/react-query'

import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { listModels } from '#lib/contract/models.ts'
import { readinessTitle } from '#lib/domain/models/readiness.ts'
import { reading } from '#lib/http/query.ts'

type Props = {
  group: string
  /** The number of a model as text; empty for none. */
  value: string
  onValue: (value: string) => void
}

/** Which model a new issue adds; absent in a group without any. */
export function ModelField({ group, value, onValue }: Props) {
  const items = useQuery(reading(listModels, { group })).data?.items ?? []
  if (items.length === 0) return null
  return (
    <ChoiceField
      label="Adds a model"
      value={value}
      onValue={onValue}
      choices={[
        { value: '', label: 'None' },
        ...items.map(({ id, name, readiness }) => ({
          value: String(id),
          label: name,
          hint: readiness === 'ready' ? '' : readinessTitle(readiness),
        })),
      ]}
    />
  )
}
