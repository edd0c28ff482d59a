'use client'

import { useQuery } from '@tanstack/react-query'

import { useActor } from '#components/shell/use-group.ts'
import { TemplateField, useTemplates } from '#components/templates/template-field.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { HueMark, TypeMark } from '#components/ui/mark.tsx'
import { peopleChoices } from '#components/ui/popups/people-choices.tsx'
import { LabelTag } from '#components/ui/tag.tsx'
import { ModelField } from '#components/models/model-field.tsx'
import { listMilestones } from '#lib/contract/milestones.ts'
import { listPeople } from '#lib/contract/people.ts'
import { may } from '#lib/domain/permissions.ts'
import { typeOf } from '#lib/domain/labels.ts'
import type { WorkType } from '#lib/domain/labels.ts'
import { WHOLE_WEIGHTS } from '#lib/domain/weight.ts'
import { reading } from '#lib/http/query.ts'

import type { NewIssueForm } from './new-issue-form.ts'
import { typeLabels } from '#components/issues/command/type-labels.ts'

/** What can be known of an issue already when it is made; all of it can wait. */
export function NewIssueFields({ group, form }: { group: string; form: NewIssueForm }) {
  const { facts, labels, isBlocked, change } = form
  const templates = useTemplates(group, facts)
  const milestones = useQuery(reading(listMilestones, { group })).data
  const people = useQuery(reading(listPeople, { group })).data?.items ?? []
  const actor = useActor(group)
  const others = may(actor, 'assign.others')
  const drivers = people.filter(({ handle }) => others || handle === actor.handle)
  const open = milestones?.items.filter(({ closed, slug }) => !closed || slug === facts.milestone) ?? []
  return (
    <>
      <div className="grid grid-cols-3 gap-x-3 gap-y-2 max-sm:grid-cols-2">
        <ChoiceField
          label="Type"
          value={facts.type}
          onValue={(type) => change({ type, ...templates.forWork(workTypeOf(labels, type)) })}
          choices={[
            { value: '', label: 'Not set' },
            ...typeLabels(labels).map((label) => ({
              value: label.title,
              label: label.title,
              icon: <TypeMark type={typeOf([label])} />,
            })),
          ]}
        />
        <TemplateField templates={templates} onBegin={change} />
        <ChoiceField
          label="Milestone"
          value={facts.milestone}
          onValue={(milestone) => change({ milestone })}
          choices={[
            { value: '', label: 'None yet' },
            ...open.map(({ slug, title }) => ({
              value: slug,
              label: title,
              hint: slug === milestones?.current ? 'current' : slug === milestones?.next ? 'next' : '',
            })),
          ]}
        />
        <ChoiceField
          label="Weight"
          value={facts.weight}
          onValue={(weight) => change({ weight })}
          choices={[
            { value: '', label: 'Not set' },
            ...WHOLE_WEIGHTS.map((weight) => ({ value: String(weight), label: String(weight) })),
          ]}
        />
        <ChoiceField
          label="DRI"
          value={facts.dri}
          onValue={(dri) => change({ dri })}
          choices={[{ value: '', label: 'Not set' }, ...peopleChoices(drivers, actor.handle)]}
        />
        <AddLabel form={form} />
        <ModelField group={group} value={facts.model} onValue={(model) => change({ model })} />
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
    <ChoiceField
      label="Add a label"
      value=""
      onValue={(title) => title && change({ labels: [...facts.labels, title] })}
      choices={[
        { value: '', label: 'Choose…' },
        ...offered.map(({ title, hue }) => ({ value: title, label: title, icon: <HueMark hue={hue} /> })),
      ]}
    />
  )
}

const workTypeOf = (labels: NewIssueForm['labels'], title: string): WorkType | null =>
  typeOf(labels.filter((label) => label.title === title))
