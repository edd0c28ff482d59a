import Link from 'next/link'

import { AskButton } from '#components/commands/ask-button.tsx'
import { ConfidenceMark } from '#components/confidence/confidence-mark.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { cx } from '#components/ui/cx.ts'
import { dayIn, dayMonth } from '#components/ui/days/days.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { DrivenLine } from '#lib/contract/drift.ts'
import { confidenceWords } from '#lib/domain/confidence.ts'
import { DRIVEN_TITLES, drivenSign } from '#lib/domain/dri-table.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import { stateTitle } from '#lib/domain/workflow.ts'

import { DriftButton } from './drift-button.tsx'
import { attentionOf, drivenLink } from './dri-text.ts'

type Props = { group: string; line: DrivenLine; zone: string; actor: Actor & { handle: string } }

/** One thing that is worked on: who drives it, since when, how it goes, and what asks for attention. */
export function DrivenRow({ group, line, zone, actor }: Props) {
  const { kind, ref, title, state, weight } = line
  const facts = [state ? stateTitle(state) : DRIVEN_TITLES[kind], weight === null ? '' : `weight ${weight}`]
  return (
    <li {...(kind === 'issue' ? { 'data-issue': ref } : {})} className={ROW}>
      <span className="num text-xs text-ink-3">{drivenSign(line)}</span>
      <div className="min-w-0">
        <Link
          href={drivenLink(group, line)}
          prefetch={false}
          className="font-medium text-pretty wrap-anywhere after:absolute after:inset-0 focus-visible:outline-offset-[-2px]"
        >
          <bdi>{title}</bdi>
        </Link>
        <span className="block text-xs text-ink-3">{facts.filter(Boolean).join(' · ')}</span>
        {attentionOf(line).map((because) => (
          <span key={because} className="block text-xs text-pretty text-warn">
            {because}
          </span>
        ))}
      </div>
      <div className="col-start-2 flex flex-wrap items-center gap-x-4 gap-y-1 @min-[820px]/driven:contents">
        <Driver line={line} zone={zone} />
        <LastUpdate line={line} />
      </div>
      <Acts line={line} actor={actor} />
    </li>
  )
}

/** In columns where there is room; else the facts stand below the title, and on a phone the buttons below them. */
const ROW = cx(
  'relative grid min-h-14 grid-cols-[44px_minmax(0,1fr)] items-baseline gap-x-3 gap-y-1 border-b border-line px-3.5 py-2 last:border-b-0 hover:bg-hover',
  '[contain-intrinsic-size:auto_57px] [content-visibility:auto] print:[content-visibility:visible]',
  '@min-[560px]/driven:grid-cols-[44px_minmax(0,1fr)_auto]',
  '@min-[820px]/driven:grid-cols-[44px_minmax(0,1fr)_168px_136px_232px] @min-[820px]/driven:items-center',
)

function Driver({ line: { dri, offeredTo, kind, since }, zone }: Pick<Props, 'line' | 'zone'>) {
  const what = kind === 'issue' ? 'DRI' : 'tech lead'
  if (dri === null) return <span className="text-warn">No {what}</span>
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Avatar face={dri} as="dri" size="sm" silent />
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-2 @min-[820px]/driven:flex-col">
        <span className="sr-only">{kind === 'issue' ? 'DRI' : 'Tech lead'}: </span>
        <bdi className="max-w-full truncate">{dri.name}</bdi>
        {since && <span className="num text-xs text-ink-3">since {dayMonth(dayIn(zone, since))}</span>}
      </span>
      {offeredTo && (
        <span
          className="flex flex-none items-center text-warn"
          data-tip={`hand-over to ${offeredTo.name} pending`}
        >
          <Icon name="right" className="-mx-0.5 size-3.5" />
          <Avatar face={offeredTo} as="supporting" size="sm" silent />
        </span>
      )}
    </span>
  )
}

const LastUpdate = ({ line: { updatedOn, confidence, dri } }: { line: DrivenLine }) => (
  <span className="num flex flex-wrap items-baseline gap-x-2 text-xs text-ink-2 @min-[820px]/driven:flex-col">
    {confidence && (
      <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
        <ConfidenceMark confidence={confidence} />
        {confidenceWords(confidence)}
      </span>
    )}
    {updatedOn ? (
      <span className="text-ink-3">
        <span className="sr-only">Last update </span>
        {dayMonth(updatedOn)}
      </span>
    ) : (
      dri && <span className="text-ink-3">No update yet</span>
    )}
  </span>
)

const ACTS = cx(
  'no-print relative z-[1] col-start-2 flex flex-wrap gap-1.5 empty:hidden',
  '@min-[560px]/driven:col-start-3 @min-[560px]/driven:row-span-2 @min-[560px]/driven:row-start-1 @min-[560px]/driven:max-w-60 @min-[560px]/driven:justify-end',
  '@min-[820px]/driven:col-start-5 @min-[820px]/driven:row-span-1',
)

/** What ends the first drift of an issue, for the people who may; what only the engineering manager assigns has no button. */
function Acts({ line: { kind, ref, drifts, dri }, actor }: Pick<Props, 'line' | 'actor'>) {
  const [first] = drifts
  const isMine = dri?.handle === actor.handle
  const mayAct =
    first?.kind === 'no_update' ? !isMine && may(actor, 'comment') : may(actor, 'assign.others') || isMine
  if (kind !== 'issue') return null
  return (
    <span className={ACTS}>
      {dri === null && may(actor, 'issue.take') && (
        <AskButton
          size="sm"
          refs={() => [ref]}
          what="take"
          opens="dialog"
          aria-label={`Assign to me #${ref}`}
        >
          Assign to me
        </AskButton>
      )}
      {dri === null && may(actor, 'issue.edit') && (
        <AskButton
          size="sm"
          kind="quiet"
          refs={() => [ref]}
          what="no_volunteer"
          opens="dialog"
          aria-label={`No volunteer for #${ref}`}
        >
          No volunteer…
        </AskButton>
      )}
      {first && mayAct && <DriftButton issue={ref} kind={first.kind} />}
    </span>
  )
}
