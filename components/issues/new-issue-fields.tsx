'use client'

import { useQuery } from '@tanstack/react-query'

import { toast } from '#components/shell/toasts.ts'
import { useActor } from '#components/shell/use-group.ts'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LabelTag } from '#components/ui/tag.tsx'
import { listMilestones } from '#lib/contract/milestones.ts'
import { listPeople } from '#lib/contract/people.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'
import { WHOLE_WEIGHTS } from '#lib/domain/weight.ts'
import { reading } from '#lib/http/query.ts'

import type { NewIssueForm } from './new-issue-form.ts'
import { typeTitles } from './type-titles.ts'

/** What can be known of an issue already when it is made; all of it can wait. */
export function NewIssueFields({ group, form }: { group: string; form: NewIssueForm }) {
  const { facts, labels, templates, isBlocked, change, chooseType } = form
  const milestones = useQuery(reading(listMilestones, { group })).data
  const people = useQuery(reading(listPeople, { group })).data?.items ?? []
  const actor = useActor(group)
  const others = whyNotAllowed(actor, 'assign.others') === null
  const open = milestones?.items.filter(({ closed, slug }) => !closed || slug === facts.milestone) ?? []
  const chosen = templates.find(({ body }) => body === facts.filled && facts.filled !== '')
  return (
    <>
      <div className="grid grid-cols-3 gap-x-3 gap-y-2 max-sm:grid-cols-2">
        <SelectField label="Type" value={facts.type} onChange={({ target }) => chooseType(target.value)}>
          <option value="">Not known yet</option>
          {typeTitles(labels).map((title) => (
            <option key={title} value={title}>
              {title}
            </option>
          ))}
        </SelectField>
        {templates.length > 0 && (
          <SelectField
            label="Template"
            value={chosen?.id ?? ''}
            onChange={({ target }) => {
              const template = templates.find(({ id }) => String(id) === target.value)
              if (!template || form.fill(template)) return
              toast({ text: 'Your words stay: a template fills an empty description.', tone: 'refused' })
            }}
          >
            <option value="">None</option>
            {templates.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField
          label="Milestone"
          value={facts.milestone}
          onChange={({ target }) => change({ milestone: target.value })}
        >
          <option value="">None yet</option>
          {open.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
              {slug === milestones?.current ? ' (current)' : slug === milestones?.next ? ' (next)' : ''}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Weight"
          value={facts.weight}
          onChange={({ target }) => change({ weight: target.value })}
        >
          <option value="">Not weighed</option>
          {WHOLE_WEIGHTS.map((weight) => (
            <option key={weight} value={weight}>
              {weight}
            </option>
          ))}
        </SelectField>
        <SelectField label="DRI" value={facts.dri} onChange={({ target }) => change({ dri: target.value })}>
          <option value="">Nobody yet</option>
          {people
            .filter(({ handle }) => others || handle === actor.handle)
            .map(({ handle, name }) => (
              <option key={handle} value={handle}>
                {handle === actor.handle ? `${name} (me)` : name}
              </option>
            ))}
        </SelectField>
        <AddLabel form={form} />
      </div>
      {isBlocked && (
        <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
          <TextField
            label="What is needed"
            value={facts.need}
            maxLength={500}
            onChange={({ target }) => change({ need: target.value })}
          />
          <TextField
            label="From whom"
            value={facts.from}
            maxLength={200}
            onChange={({ target }) => change({ from: target.value })}
          />
        </div>
      )}
      {facts.labels.length > 0 && (
        <ul aria-label="Labels" className="flex flex-wrap gap-1.5">
          {facts.labels.map((title) => (
            <li key={title} className="flex min-w-0 items-center gap-0.5">
              <LabelTag title={title} hue={labels.find((label) => label.title === title)?.hue ?? 260} />
              <button
                type="button"
                aria-label={`Take ${title} off`}
                className="tap grid size-6 place-items-center rounded-xs text-ink-3 hover:bg-hover hover:text-ink"
                onClick={() => change({ labels: facts.labels.filter((one) => one !== title) })}
              >
                <Icon name="close" className="size-3" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** One at a time; a label of a scope that is held already takes the place of the other when the issue is made. */
function AddLabel({ form: { facts, labels, change } }: { form: NewIssueForm }) {
  const offered = labels.filter(
    ({ title, meaning }) =>
      !facts.labels.includes(title) && meaning !== 'deliverable' && !meaning?.startsWith('type.'),
  )
  return (
    <SelectField
      label="Add a label"
      value=""
      onChange={({ target }) => target.value && change({ labels: [...facts.labels, target.value] })}
    >
      <option value="">Choose…</option>
      {offered.map(({ id, title }) => (
        <option key={id} value={title}>
          {title}
        </option>
      ))}
    </SelectField>
  )
}
