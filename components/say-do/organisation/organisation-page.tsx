'use client'

import { useRouter } from 'next/navigation'

import { Switch } from '#components/charts/switch.tsx'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { usePhone } from '#components/ui/hooks/use-phone.ts'
import { Icon } from '#components/ui/icon.tsx'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { Empty } from '#components/ui/state.tsx'
import { exportOrganisation, readOrganisation } from '#lib/contract/say-do.ts'
import { addressOf } from '#lib/http/call.ts'
import { organisationLink } from '#lib/kit/links.ts'

import { OrganisationCards } from './organisation-cards.tsx'
import { OrganisationTable } from './organisation-table.tsx'
import { SPANS } from './spans.ts'

/** Say/Do over all groups that the reader has access to: counts with their ratios, and the counts together. */
export function OrganisationPage({ last }: { last: number }) {
  const { sentence, groups, whole } = usePrefetched(readOrganisation, { last })
  const router = useRouter()
  const isPhone = usePhone()
  const isEmpty = groups.every(({ milestones }) => milestones.length === 0)
  return (
    <PageFrame className="flex flex-col gap-3.5">
      <header className="flex flex-wrap items-center gap-2.5">
        <h1 className="text-lg">Say/Do of all groups</h1>
        <span className="flex-1" />
        <Switch
          label="Milestones of each group"
          options={SPANS.map((span) => ({ value: String(span), text: `${span} milestones` }))}
          value={String(last)}
          onValue={(value) => router.replace(organisationLink({ last: value }))}
        />
        <a
          href={addressOf(exportOrganisation, { last })}
          download
          className="tap inline-flex min-h-[30px] items-center gap-1.5 rounded-sm px-2.5 font-medium text-ink-2 hover:bg-hover hover:text-ink no-print"
        >
          <Icon name="export" />
          Export CSV
        </a>
      </header>
      {isEmpty ? (
        <Empty title="No milestone is over yet">
          <p>The first one that ends in a group appears here with what was assigned and completed in it.</p>
        </Empty>
      ) : (
        <>
          <p className="max-w-3xl text-xl leading-snug text-balance">{sentence}</p>
          {isPhone ? (
            <OrganisationCards groups={groups} />
          ) : (
            <div className="overflow-x-auto rounded-lg border border-line bg-surface print:overflow-visible">
              <OrganisationTable groups={groups} whole={whole} />
            </div>
          )}
          <p className="max-w-3xl text-sm text-pretty text-ink-3">
            Completed issues ÷ assigned issues of milestones that are over. Totals add up issues; they are
            never the mean of ratios, so a small milestone counts for as much as it holds.
          </p>
        </>
      )}
    </PageFrame>
  )
}
