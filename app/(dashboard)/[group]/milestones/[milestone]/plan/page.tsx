import { type MilestoneParams, milestonePage, milestoneTitled } from '#app/_server/milestone.tsx'
import { PlanPage } from '#components/plan/plan-page.tsx'
import { planReads } from '#components/plan/plan-reads.ts'

export const generateMetadata = (props: MilestoneParams) =>
  milestoneTitled(props, { say: (title) => `Plan, ${title}`, otherwise: 'Plan' })

export default function Page(props: MilestoneParams) {
  return milestonePage(props, {
    none: 'A milestone is planned from its first to its last day.',
    reads: ({ group, found }) => planReads(group, found.slug),
    page: ({ group, found: { slug } }) => <PlanPage key={slug} group={group} milestone={slug} />,
  })
}
