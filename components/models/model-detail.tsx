'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { editModel } from '#lib/contract/models.ts'
import type { Model } from '#lib/contract/models.ts'
import { issueOfEvidence } from '#lib/domain/models/models.ts'
import type { Question } from '#lib/domain/models/models.ts'
import { may } from '#lib/domain/permissions.ts'
import { issueLink } from '#lib/kit/links.ts'

import { copyAnswer } from './copy-answer.ts'
import type { Asked, Person, Register } from './register.ts'
import { lookOf } from './answer-look.ts'

type Props = {
  group: string
  model: Model
  register: Register
  people: readonly Person[]
  onAsk: (asked: Asked) => void
}

/** All of a model: each answer with its evidence, the waiver, the issues that add it. */
export function ModelDetail({ group, model, register, people, onAsk }: Props) {
  const actor = useActor(group)
  const edit = may(actor, 'model.edit')
  const nameOf = (handle: string) => people.find((one) => one.handle === handle)?.name ?? handle
  const ask = (what: Asked['what']) => onAsk({ model: model.id, what })
  return (
    <div className="flex flex-col gap-3 px-3.5 pt-1 pb-3.5 lg:pl-8">
      {model.note && (
        <p dir="auto" className="max-w-prose text-pretty wrap-anywhere whitespace-pre-wrap text-ink-2">
          {model.note}
        </p>
      )}
      <ul aria-label={`Readiness check of ${model.name}`} className="flex flex-col">
        {register.questions.map((question) => (
          <Answer
            key={question.id}
            group={group}
            model={model}
            question={question}
            today={register.today}
            nameOf={nameOf}
            onAnswer={edit ? () => ask({ question: question.id }) : null}
          />
        ))}
      </ul>
      <Waiver group={group} model={model} nameOf={nameOf} onWaive={() => ask('waive')} />
      <Issues group={group} issues={model.issues} />
      <div className="no-print flex flex-wrap items-center gap-2">
        <span className="flex-1 text-ink-2 max-sm:basis-full">
          Owner: <bdi>{model.owner === null ? 'not set' : nameOf(model.owner)}</bdi>
        </span>
        <Button size="sm" onClick={() => void copyAnswer(group, model, nameOf)}>
          Copy as Markdown
        </Button>
        {edit && (
          <Button size="sm" onClick={() => ask('edit')}>
            Edit
          </Button>
        )}
        {edit && (
          <Button
            size="sm"
            kind="quiet"
            disabledReason={model.issues.length > 0 ? 'Issues add it. Clear their model first.' : null}
            onClick={() => ask('remove')}
          >
            Remove
          </Button>
        )}
      </div>
    </div>
  )
}

type AnswerProps = {
  group: string
  model: Model
  question: Question
  today: string
  nameOf: (handle: string) => string
  /** Null for those who only read it. */
  onAnswer: (() => void) | null
}

function Answer({ group, model, question, today, nameOf, onAnswer }: AnswerProps) {
  const answer = model.answers.find((one) => one.question === question.id)
  const { text, icon, tone } = lookOf(answer, today)
  return (
    <li className="flex items-start gap-3 border-t border-line py-2 first:border-t-0 max-sm:flex-wrap">
      <div className="min-w-0 flex-1">
        <p className="font-medium text-pretty wrap-anywhere">
          <bdi>{question.text}</bdi>
        </p>
        <p className="flex flex-wrap items-center gap-x-2">
          <span className={cx('num inline-flex items-center gap-1.5', tone)}>
            <Icon name={icon} className="size-3.5" />
            {text}
          </span>
          {answer?.evidence && <Evidence group={group} evidence={answer.evidence} />}
          {answer?.by && (
            <span className="text-xs text-ink-3">
              answered by <bdi>{nameOf(answer.by)}</bdi>
            </span>
          )}
        </p>
        {answer?.note && (
          <p dir="auto" className="text-pretty text-ink-2 wrap-anywhere">
            {answer.note}
          </p>
        )}
        {answer && answer.asked !== question.text && (
          <p className="text-xs text-ink-3">
            Asked as “<bdi>{answer.asked}</bdi>”
          </p>
        )}
      </div>
      {onAnswer && (
        <Button
          size="sm"
          className="no-print"
          aria-label={`${answer ? 'Change' : 'Answer'} “${question.text}” for ${model.name}`}
          onClick={onAnswer}
        >
          {answer ? 'Change' : 'Answer'}
        </Button>
      )}
    </li>
  )
}

const LINK = 'tap min-w-0 rounded-xs text-accent underline underline-offset-2 wrap-anywhere'

function Evidence({ group, evidence }: { group: string; evidence: string }) {
  const ref = issueOfEvidence(evidence)
  if (ref !== null) {
    return (
      <Link href={issueLink(group, ref)} prefetch={false} className={cx(LINK, 'num')}>
        {evidence}
      </Link>
    )
  }
  return (
    <a href={evidence} rel="noreferrer" className={LINK}>
      {evidence.replace(/^https?:\/\//i, '')}
    </a>
  )
}

type WaiverProps = Pick<AnswerProps, 'group' | 'model' | 'nameOf'> & { onWaive: () => void }

function Waiver({ group, model, nameOf, onWaive }: WaiverProps) {
  const { change, busy } = useBusyChange()
  const waive = may(useActor(group), 'model.waive')
  const { waiver, readiness } = model
  if (!waiver) {
    if (!waive || readiness !== 'not_yet') return null
    return (
      <Button size="sm" className="no-print self-start" onClick={onWaive}>
        Waive…
      </Button>
    )
  }
  const withdraw = () =>
    change({
      endpoint: editModel,
      input: { group, model: model.id, waiver: null },
      message: `Withdrew the waiver for “${model.name}”.`,
    })
  return (
    <Line>
      <span className="min-w-0 text-pretty wrap-anywhere">
        Waived by <bdi>{nameOf(waiver.by)}</bdi>: <bdi>{waiver.reason}</bdi>
      </span>
      {waive && (
        <Button
          size="sm"
          kind="quiet"
          className="no-print"
          disabledReason={busy ? 'Saving…' : null}
          onClick={() => void withdraw()}
        >
          Withdraw waiver
        </Button>
      )}
    </Line>
  )
}

const Line = ({ children }: { children: ReactNode }) => (
  <p className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-sm bg-sunken px-3 py-1.5">{children}</p>
)

function Issues({ group, issues }: { group: string } & Pick<Model, 'issues'>) {
  if (issues.length === 0) return null
  return (
    <div>
      <p className="text-xs text-ink-3">Issues that add it</p>
      <ul aria-label="Issues that add it" className="flex flex-col">
        {issues.map(({ ref, title, open, deliverable }) => (
          <li key={ref} className="flex flex-wrap items-baseline gap-x-2">
            <Link href={issueLink(group, ref)} prefetch={false} className={LINK}>
              <span className="num">#{ref}</span> <bdi>{title}</bdi>
            </Link>
            {deliverable && <span className="text-xs text-ink-2">Deliverable</span>}
            {!open && <span className="text-xs text-ink-3">closed</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
