import type { Refusal } from '#lib/kit/refusal.ts'
import { areAlike, isVisible } from '#lib/kit/visible.ts'

import type { WorkType } from './labels.ts'

/** What the description of a new issue begins with; `type` is the work it is meant for, null for any. */
export type Template = { title: string; type: WorkType | null; body: string }

/** For a group without templates: short enough to be filled in, each with what an engineer asks first. */
export const STARTERS: readonly Template[] = [
  {
    title: 'Bug',
    type: 'bug',
    body: `## What happens

## What should happen

## How to see it

1. 

## Where

<!-- .com, Self-Managed or Dedicated; version; model -->

## Who is affected, and is there a workaround
`,
  },
  {
    title: 'Maintenance',
    type: 'maintenance',
    body: `## What is in the way

## What is better afterwards

## Done when

- [ ] 
`,
  },
  {
    title: 'Feature',
    type: 'feature',
    body: `## Who needs it, and why

## What they can do afterwards

## Out of scope

## Done when

- [ ] 
- [ ] Documentation says how it is used
`,
  },
  {
    title: 'Spike',
    type: null,
    body: `## The question

## What we look at, and what not

## Time at most

<!-- weight 1 is about two working days -->

## Outcome

<!-- code, or a refined issue -->
`,
  },
]

/** Titles are what people choose by, so that a group has each of them once. */
export function whyNotTemplate({ title, body }: Template, others: readonly string[]): Refusal | null {
  if (!isVisible(title)) return { code: 'title_missing', because: 'Give the template a title.' }
  if (others.some((other) => areAlike(other, title))) {
    return { code: 'template_exists', because: `A template “${title.trim()}” already exists.` }
  }
  if (body.trim() === '') return { code: 'body_missing', because: 'Add a description for the template.' }
  return null
}

/** The template for a kind of work: its own, else one for any work, else none. */
export const templateFor = <T extends Pick<Template, 'type'>>(
  templates: readonly T[],
  type: WorkType | null,
): T | null => (type === null ? null : (templates.find((template) => template.type === type) ?? null))

/**
 * What a description becomes when another template is chosen: what a person typed is never replaced.
 *
 * @param filled what the form itself has put there before
 */
export const descriptionWith = (description: string, filled: string, body: string): string =>
  description.trim() === '' || description === filled ? body : description
