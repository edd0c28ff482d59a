'use client'

import Link from 'next/link'

import { ShareButton } from '#components/shares/share-button.tsx'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { toast } from '#components/shell/toasts.ts'
import { readBrief } from '#lib/contract/briefs.ts'
import type { Brief } from '#lib/contract/briefs.ts'
import { milestoneLink } from '#lib/kit/links.ts'

import { BriefNews } from './brief-news.tsx'
import { BriefView } from './brief-view.tsx'

/** The brief for people who are signed in: it leads to its issues, and can be copied, printed and shared. */
export function BriefPage({ group, milestone }: { group: string; milestone: string }) {
  const brief = usePrefetched(readBrief, { group, milestone })
  const { slug, title } = brief.milestone
  return (
    <PageFrame>
      <BriefView
        brief={brief}
        group={group}
        side={
          <span className="flex flex-wrap items-center gap-1 no-print">
            <Link
              href={milestoneLink(group, slug)}
              prefetch={false}
              className="tap inline-flex min-h-[30px] items-center gap-1.5 rounded-sm px-2.5 py-1 font-medium text-ink-2 hover:bg-hover hover:text-ink"
            >
              <Icon name="milestone" />
              Milestone
            </Link>
            <Button kind="quiet" onClick={() => void copy(brief)}>
              Copy as Markdown
            </Button>
            <Button kind="quiet" onClick={() => print()}>
              Print
            </Button>
            <ShareButton group={group} what="brief" milestone={{ slug, title }} />
          </span>
        }
      >
        <BriefNews brief={brief} since={brief.lookedAt} />
      </BriefView>
    </PageFrame>
  )
}

async function copy(brief: Brief): Promise<void> {
  try {
    const { briefMarkdown } = await import('./brief-markdown.ts')
    await navigator.clipboard.writeText(briefMarkdown(brief, brief.lookedAt))
    toast({ text: 'Copied the brief as Markdown.' })
  } catch {
    toast({
      text: 'The browser blocked copying. Allow access to the clipboard and try again.',
      tone: 'refused',
    })
  }
}
