import type { Refusal } from '#lib/kit/refusal.ts'
import { isVisible } from '#lib/kit/visible.ts'

/** What a planning issue begins as; `{{milestone}}` in the title is the title of the milestone. */
export type PlanningTemplate = { title: string; body: string }

/**
 * Handbook › Planning Issue: "This is the discussion area for the planning team members (PM, EM) for a specific milestone
 * and links to the Planning and Build Boards." What a group begins with, until it writes its own.
 */
export const PLANNING_STARTER: PlanningTemplate = {
  title: 'Planning, {{milestone}}',
  body: `{{milestone}}

{{boards}}

## Goals

{{goals}}

## Priorities

{{priorities}}

## Team capacity

{{capacity}}

## Deliverables and DRIs

{{deliverables}}

## Checklist

- [ ] Planning issue and boards exist (EM or PM)
- [ ] A refinement issue is opened every week
- [ ] Candidates are on the Planning Board (PM, EM)
- [ ] Team members have entered their time off, and the EM has checked the capacity
- [ ] Candidates have a weight (engineers and EM)
- [ ] The Planning Board is final after the joint planning session (PM, EM)
- [ ] Deliverables are assigned, and capacity and DRIs are posted here (EM)

## Discussion

Comment below. What does not fit goes to the next milestone or to Next 1-3 Milestones.
`,
}

const MILESTONE = /\{\{ *milestone *\}\}/gi

/** At most 255 characters, as titles of issues are. */
export const titleFor = ({ title }: PlanningTemplate, milestone: string): string =>
  title
    .replace(MILESTONE, () => milestone)
    .trim()
    .slice(0, 255)

export function whyNotPlanningTemplate({ title, body }: PlanningTemplate): Refusal | null {
  if (!isVisible(title.replace(MILESTONE, ''))) {
    return {
      code: 'title_missing',
      because: 'Add words to the title besides the milestone, such as “Planning”.',
    }
  }
  if (body.trim() === '') return { code: 'body_missing', because: 'Add a text for the planning issue.' }
  return null
}
