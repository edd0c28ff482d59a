'use client'

import { useState } from 'react'
import type { ReactNode } from 'react'

import { useChange } from '#components/changes/use-change.ts'
import { InboxViews } from '#components/inbox/inbox-views.tsx'
import type { Answer } from '#components/inbox/send-answer.ts'
import { useHotkeys } from '#components/shell/hotkeys.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { useLineKeys } from '#components/shell/use-line-keys.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { useFocusKept } from '#components/ui/hooks/use-focus-kept.ts'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { reactToComment } from '#lib/contract/comments.ts'
import { commentOnIssue } from '#lib/contract/issues.ts'
import { listPings } from '#lib/contract/pings.ts'
import type { Ping } from '#lib/contract/pings.ts'

import { PingLine } from './ping-line.tsx'

/** Handbook › Acknowledgement of Pings: those that wait for the reader, and the reader's own that wait for others. */
export function PingsPage({ group }: { group: string }) {
  const { forMe, fromMe } = usePrefetched(listPings, { group })
  const { zone } = useGroup(group)
  const [answering, setAnswering] = useState<number | null>(null)
  const change = useChange()
  useLineKeys({ title: 'Pings' })
  useHotkeys('Ping', [
    {
      keys: ['e'],
      what: 'Answer',
      act: () => setAnswering((focusedPing(forMe) ?? forMe[0])?.id ?? null),
    },
  ])
  const answer = async ({ ref }: Ping, given: Answer): Promise<boolean> => {
    const about = { issue: ref, message: `Answered on #${ref}.` }
    const done =
      'body' in given
        ? await change({ ...about, endpoint: commentOnIssue, input: { group, ref, body: given.body } })
        : await change({ ...about, endpoint: reactToComment, input: { group, ref, ...given, on: true } })
    if (done) setAnswering(null)
    return done !== null
  }
  return (
    <PageFrame className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="text-lg">Pings</h1>
        <InboxViews group={group} view="pings" />
      </div>
      <Section title="Waiting for you" label="Waiting for you" empty="No mention waits for your answer.">
        {forMe.map((ping) => (
          <PingLine
            key={ping.id}
            group={group}
            ping={ping}
            zone={zone}
            side="forMe"
            answering={ping.id === answering}
            onAsk={(is) => setAnswering(is ? ping.id : null)}
            onAnswer={(given) => answer(ping, given)}
          />
        ))}
      </Section>
      <Section title="Waiting for others" label="Waiting for others" empty="All your mentions are answered.">
        {fromMe.map((ping) => (
          <PingLine key={ping.id} group={group} ping={ping} zone={zone} side="fromMe" />
        ))}
      </Section>
    </PageFrame>
  )
}

/** The one whose line has the focus. */
function focusedPing(pings: readonly Ping[]): Ping | undefined {
  const line = document.activeElement?.closest('[data-ping]')
  return pings.find(({ id }) => String(id) === line?.getAttribute('data-ping'))
}

type SectionProps = { title: string; label: string; empty: string; children: ReactNode[] }

function Section({ title, label, empty, children }: SectionProps) {
  const focus = useFocusKept<HTMLUListElement>()
  return (
    <section className="flex flex-col gap-1.5">
      <h2 className="text-sm">
        <bdi>{title}</bdi>
      </h2>
      {children.length === 0 ? (
        <p className="text-ink-2">{empty}</p>
      ) : (
        <ul
          {...focus}
          aria-label={label}
          className="overflow-hidden rounded-lg border border-line bg-surface"
        >
          {children}
        </ul>
      )}
    </section>
  )
}
