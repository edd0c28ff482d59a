import { type MilestoneParams, milestonePage, milestoneTitled } from '#app/_server/milestone.tsx'
import { OverviewPage } from '#components/milestone-overview/overview-page.tsx'
import { overviewReads } from '#components/milestone-overview/overview-reads.ts'

export const generateMetadata = (props: MilestoneParams) =>
  milestoneTitled(props, { say: (title) => `Milestone ${title}`, otherwise: 'Milestone' })

export default function Page(props: MilestoneParams) {
  return milestonePage(props, {
    none: 'A milestone has a first and a last day, goals and Deliverables.',
    reads: ({ group, found }) => overviewReads(group, found),
    page: ({ group, found: { slug } }) => <OverviewPage key={slug} group={group} milestone={slug} />,
  })
}
