import { type MilestoneParams, milestonePage, milestoneTitled } from '#app/_server/milestone.tsx'
import { BriefVisit } from '#app/_server/visits.tsx'
import { BriefPage } from '#components/briefs/brief-page.tsx'
import { readBrief } from '#lib/contract/briefs.ts'
import { reading } from '#lib/http/query.ts'

export const generateMetadata = (props: MilestoneParams) =>
  milestoneTitled(props, { say: (title) => `Brief of ${title}`, otherwise: 'Brief' })

export default function Page(props: MilestoneParams) {
  return milestonePage(props, {
    none: 'A brief says what was committed in a milestone, what moved, and what is at risk.',
    reads: ({ group, found: { slug } }) => [reading(readBrief, { group, milestone: slug })],
    page: ({ group, found: { slug } }) => (
      <>
        <BriefPage key={slug} group={group} milestone={slug} />
        <BriefVisit group={group} milestone={slug} />
      </>
    ),
  })
}
