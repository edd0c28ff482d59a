'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'

import { useHotkeys } from '#components/shell/hotkeys.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Kbd } from '#components/ui/keys/kbd.tsx'
import { Menu } from '#components/ui/popups/menu.tsx'
import { whyNotAllowed } from '#lib/domain/permissions.ts'
import { subjectSlug } from '#lib/domain/subjects.ts'
import { statusLink } from '#lib/kit/links.ts'

import type { FactsProps } from '#components/issues/page/facts-props.ts'
import { findingsOf, fixesOf } from './fixes.ts'

type Props = FactsProps & { group: string; open: (fact: string) => void }

/** Handbook › Issue Milestones: what "the issue triage report highlights", with the sentence and the way out. */
export function Findings({ group, ...props }: Props) {
  const router = useRouter()
  const { ref, weekly } = props.issue
  const update = weekly
    ? () => router.push(`${statusLink(group)}#${subjectSlug({ kind: 'issue', ref })}`)
    : null
  const findings = findingsOf(props.issue, props.lookups)
  const mayFix = whyNotAllowed(props.actor, 'issue.edit') === null
  const section = useRef<HTMLElement>(null)
  const [choosing, setChoosing] = useState<HTMLElement | null>(null)
  const [first] = findings
  const ways = first && mayFix ? fixesOf(first, { ...props, update }) : []
  const [way] = ways
  useHotkeys('Findings', [
    {
      keys: ['f'],
      what: 'Fix the first finding',
      when: () => ways.length > 0,
      act: () => (ways.length === 1 && way ? way.act() : setChoosing(section.current)),
    },
  ])
  if (findings.length === 0) return null
  return (
    <section ref={section} aria-label="Needs attention" className="rounded-lg border border-line bg-surface">
      <div className="flex items-center gap-1.5 border-b border-line px-3 py-2 text-ink-2">
        <Icon name="filter" className="size-3.5 text-warn" />
        <h2 className="flex-1 text-xs font-medium">
          {findings.length === 1 ? '1 finding' : `${findings.length} findings`}
        </h2>
        {mayFix && <Kbd>F</Kbd>}
      </div>
      <ul>
        {findings.map((finding) => (
          <li
            key={finding.code}
            className="flex flex-col gap-1 px-3 py-2 not-first:border-t not-first:border-line"
          >
            <p className="font-medium text-pretty">{finding.because}</p>
            <p className="text-xs text-pretty text-ink-3">
              <q>{finding.sentence}</q>
            </p>
            {mayFix && (
              <div className="flex flex-wrap gap-1 pt-0.5">
                {fixesOf(finding, { ...props, update }).map(({ label, act }) => (
                  <Button key={label} size="sm" onClick={act}>
                    {label}
                  </Button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
      {choosing && first && (
        <Menu
          anchor={choosing}
          label={first.because}
          entries={() => [
            { kind: 'heading', label: first.because },
            ...ways.map(({ label, act }) => ({ kind: 'act' as const, label, act })),
          ]}
          onClose={() => setChoosing(null)}
        />
      )}
    </section>
  )
}
