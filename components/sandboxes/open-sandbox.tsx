'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { dayIn, dayMonth } from '#components/ui/days/days.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Section } from '#components/ui/section.tsx'
import { listSandboxes, openSandbox } from '#lib/contract/sandboxes.ts'
import { whyNotPlanIn } from '#lib/domain/capacity/rules.ts'
import { may } from '#lib/domain/permissions.ts'
import { reading } from '#lib/http/query.ts'
import { sandboxLink } from '#lib/kit/links.ts'

const FormDialog = lazyPopup(async () => (await import('#components/ui/popups/form-dialog.tsx')).FormDialog)

type Milestone = Parameters<typeof whyNotPlanIn>[0] & { slug: string }
type Props = { group: string; milestone: Milestone }

/** The open what-ifs of a milestone, and the way into a new one. Import it lazily: it reads its list by itself. */
export function OpenSandbox({ group, milestone }: Props) {
  const actor = useActor(group)
  const { zone } = useGroup(group)
  const { data } = useQuery(reading(listSandboxes, { group, milestone: milestone.slug }))
  const open = (data?.items ?? []).filter(({ state }) => state === 'open')
  const mayOpen = whyNotPlanIn(milestone) === null && may(actor, 'sandbox.edit')
  if (!mayOpen && open.length === 0) return null
  return (
    <Section title="What-ifs" note="try changes beside the live plan">
      {mayOpen && <OpenButton group={group} milestone={milestone} />}
      {open.length > 0 && (
        <ul aria-label="Open what-ifs" className="rounded-lg border border-line bg-surface text-sm">
          {open.map(({ slug, title, byName, createdAt, changes }) => (
            <li
              key={slug}
              className="relative flex min-h-9 flex-wrap items-center gap-x-3 border-b border-line px-3.5 py-1 last:border-b-0 hover:bg-hover"
            >
              <Link
                href={sandboxLink(group, milestone.slug, slug)}
                prefetch={false}
                dir="auto"
                className="tap min-w-0 flex-1 font-medium wrap-anywhere after:absolute after:inset-0"
              >
                {title}
              </Link>
              <span className="num text-xs text-ink-2">
                {changes === 1 ? '1 change' : `${changes} changes`} · <bdi>{byName}</bdi>,{' '}
                {dayMonth(dayIn(zone, createdAt))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function OpenButton({ group, milestone }: Props) {
  const [isOpening, setOpening] = useState(false)
  const { change, busy } = useBusyChange()
  const router = useRouter()
  const send = async ({ title = '' }: Record<string, string>) => {
    const input = { group, milestone: milestone.slug, title: title.trim() }
    const opened = await change({ endpoint: openSandbox, input, message: `Opened “${input.title}”.` })
    if (opened) router.push(sandboxLink(group, milestone.slug, opened.sandbox))
    return opened
  }
  return (
    <>
      <Button
        className="self-start no-print"
        onPointerEnter={FormDialog.ahead}
        onClick={() => setOpening(true)}
      >
        Try a what-if
      </Button>
      {isOpening && (
        <FormDialog
          title={`What-if for ${milestone.title}`}
          description="Changes in it leave the live plan as it is until you apply them. Everyone in the group can open its link."
          questions={[{ name: 'title', label: 'Title', max: 80 }]}
          values={{ title: '' }}
          buttonLabel="Open"
          busy={busy}
          whyNot={({ title = '' }) => (title.trim() === '' ? 'Enter a title.' : null)}
          onSend={send}
          onClose={() => setOpening(false)}
        />
      )}
    </>
  )
}
