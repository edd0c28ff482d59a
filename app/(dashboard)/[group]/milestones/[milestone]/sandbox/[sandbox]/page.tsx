import type { Metadata } from 'next'
import { milestonePage, type MilestoneParams } from '#app/_server/milestone.tsx'
import { answerFor, titled } from '#app/_server/prefetch.tsx'
import { milestoneAt } from '#components/milestones/milestone-at.ts'
import { SandboxPage } from '#components/sandboxes/sandbox-page.tsx'
import { sandboxReads } from '#components/sandboxes/sandbox-reads.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { readSandbox } from '#lib/contract/sandboxes.ts'

type Props = { params: Promise<Awaited<MilestoneParams['params']> & { sandbox: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { group, milestone, sandbox } = await params
  const found = milestoneAt(await answerFor(listMilestones, { group }), milestone)
  const place = { group, milestone: found?.slug ?? milestone, sandbox }
  return titled(readSandbox, place, {
    say: ({ sandbox, milestone }) => `${sandbox.title} · What-if · ${milestone.title}`,
    otherwise: 'What-if',
  })
}

export default async function Page(props: Props) {
  const { sandbox } = await props.params
  return milestonePage(props, {
    none: 'A what-if belongs to a milestone.',
    reads: ({ group, found }) => sandboxReads(group, found.slug, sandbox),
    page: ({ group, found: { slug } }) => (
      <SandboxPage key={sandbox} group={group} milestone={slug} sandbox={sandbox} />
    ),
  })
}
