'use client'

import { useQuery } from '@tanstack/react-query'

import { toast } from '#components/shell/toasts.ts'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { listTemplates } from '#lib/contract/templates.ts'
import type { Template } from '#lib/contract/templates.ts'
import type { WorkType } from '#lib/domain/labels.ts'
import { descriptionWith, templateFor } from '#lib/domain/templates.ts'
import { reading } from '#lib/http/query.ts'

/** A description that is being written, and what a template has put into it. */
type Writing = { description: string; filled: string }

const NONE: readonly never[] = []

/** The templates of a group, for a description that is being written. */
export function useTemplates(group: string, { description, filled }: Writing) {
  const all = useQuery(reading(listTemplates, { group })).data?.items ?? NONE
  const begunWith = ({ body }: Template): Partial<Writing> => {
    const begun = descriptionWith(description, filled, body)
    return { description: begun, ...(begun === body ? { filled: body } : {}) }
  }
  return {
    all,
    begunWith,
    chosen: all.find(({ body }) => body === filled && filled !== ''),
    /** What becomes of the text when it is known which work it is about. */
    forWork: (type: WorkType | null): Partial<Writing> => {
      const template = templateFor(all, type)
      return template ? begunWith(template) : {}
    },
  }
}

type Props = {
  templates: ReturnType<typeof useTemplates>
  onBegin: (begun: Partial<Writing>) => void
}

export function TemplateField({ templates: { all, begunWith, chosen }, onBegin }: Props) {
  if (all.length === 0) return null
  return (
    <ChoiceField
      label="Template"
      value={chosen ? String(chosen.id) : ''}
      onValue={(value) => {
        const template = all.find(({ id }) => String(id) === value)
        if (!template) return
        const begun = begunWith(template)
        onBegin(begun)
        if (begun.filled !== undefined) return
        toast({ text: 'A template fills an empty description only.', tone: 'refused' })
      }}
      choices={[
        { value: '', label: 'None' },
        ...all.map(({ id, title }) => ({ value: String(id), label: title })),
      ]}
    />
  )
}
