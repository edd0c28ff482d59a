import type { ReactNode } from 'react'
import { BriefView } from '#components/briefs/brief-view.tsx'
import { VisitorNews } from '#components/briefs/visitor-news.tsx'
import { milestoneShown } from '#components/say-do/say-do-reads.ts'
import { PublicOwnership } from '#components/public/ownership.tsx'
import { PrintButton } from '#components/public/print-button.tsx'
import { PublicSayDo } from '#components/public/say-do.tsx'
import type { Ctx } from '#db/context.ts'
import { readGroup } from '#db/queries/groups.ts'
import { keptSeries } from '#db/queries/say-do-series.ts'
import { keptSayDo } from '#db/queries/say-do.ts'
import type { OpenShare } from '#db/queries/shares.ts'
import { listTeams } from '#db/queries/teams.ts'
import { readBrief } from './read-brief.ts'

type Opened = { share: OpenShare; ctx: Ctx }

/** What a public link shows, read by the queries of the signed-in pages, with the sight of a stakeholder. */
export async function sharedPage({ share, ctx }: Opened): Promise<ReactNode> {
  if (share.what === 'ownership') return ownership(ctx)
  return share.milestone === null ? sayDo(ctx, share.newest) : brief(share, ctx, share.milestone)
}

async function ownership(ctx: Ctx): Promise<ReactNode> {
  const [{ items, boundaries }, { mission }] = await Promise.all([listTeams(ctx), readGroup(ctx)])
  return <PublicOwnership teams={items} boundaries={boundaries} mission={mission} />
}

async function sayDo(ctx: Ctx, newest: number): Promise<ReactNode> {
  const series = await keptSeries(ctx, newest, {})
  const milestone = milestoneShown(series)
  const view = milestone === null ? null : await keptSayDo(ctx, newest, { milestone })
  return <PublicSayDo series={series} view={view} />
}

async function brief({ newest, group }: OpenShare, ctx: Ctx, milestone: string): Promise<ReactNode> {
  const told = await readBrief(ctx, newest, milestone)
  return (
    <BriefView brief={told} group={null} side={<PrintButton />}>
      <VisitorNews brief={told} page={`brief.${group.slug}.${milestone}`} />
    </BriefView>
  )
}
