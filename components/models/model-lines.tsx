'use client'

import type { CSSProperties, MouseEvent } from 'react'

import { writeAddress } from '#components/charts/address.ts'
import { cx } from '#components/ui/cx.ts'
import { useFocusKept } from '#components/ui/hooks/use-focus-kept.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { Model } from '#lib/contract/models.ts'
import { offeringTitle } from '#lib/domain/models/models.ts'
import type { Question } from '#lib/domain/models/models.ts'
import { modelsLink } from '#lib/kit/links.ts'

import { lookOf } from './answer-look.ts'
import type { Asked, Person, Register } from './register.ts'
import { ModelDetail } from './model-detail.tsx'
import { ReadinessNote } from './readiness-note.tsx'

type Props = {
  group: string
  register: Register
  people: readonly Person[]
  /** The one that is open in its place. */
  opened: number
  onAsk: (asked: Asked) => void
}

/** Model × offered × questions × state, what is missing first; the name opens the rest in its place. */
export function ModelLines({ group, register, people, opened, onAsk }: Props) {
  const { items, questions } = register
  const focus = useFocusKept<HTMLUListElement>()
  // safe because the style holds the one property that the classes below read
  const columns = { '--questions': questions.length } as CSSProperties
  return (
    <div style={columns} className="rounded-lg border border-line bg-surface">
      <div
        aria-hidden="true"
        className={cx('border-b border-line px-3.5 py-2 text-xs text-ink-3 max-lg:hidden print:grid', GRID)}
      >
        <span>Model</span>
        <span>Offered on</span>
        {questions.map(({ id, text }) => (
          <span key={id} className="text-pretty wrap-anywhere">
            {text}
          </span>
        ))}
        <span>State</span>
      </div>
      <ul {...focus} aria-label="Models">
        {items.map((model) => (
          <li key={model.id} className="border-b border-line last:border-b-0">
            <Line group={group} model={model} register={register} isOpen={model.id === opened} />
            {model.id === opened && (
              <ModelDetail group={group} model={model} register={register} people={people} onAsk={onAsk} />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

const GRID =
  'grid grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)_repeat(var(--questions),minmax(0,1fr))_minmax(0,7rem)] gap-x-3'

type LineProps = { group: string; model: Model; register: Register; isOpen: boolean }

function Line({ group, model, register: { questions, today }, isOpen }: LineProps) {
  const { id, name, offered, readiness, gaps } = model
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    writeAddress({ model: isOpen ? null : String(id) })
  }
  const [first] = gaps
  return (
    <div
      className={cx(
        'relative items-center gap-y-1 px-3.5 py-2.5 hover:bg-hover max-lg:grid-cols-[minmax(0,1fr)_auto]',
        GRID,
      )}
    >
      <a
        href={modelsLink(group, id)}
        aria-expanded={isOpen}
        onClick={open}
        className="flex min-h-6 min-w-0 items-center gap-1.5 font-medium after:absolute after:inset-0 focus-visible:outline-offset-[-2px]"
      >
        <Icon name="right" className={cx('size-3.5 text-ink-3 print:hidden', isOpen && 'rotate-90')} />
        <bdi className="min-w-0 wrap-anywhere">{name}</bdi>
      </a>
      <span className="text-ink-2 max-lg:col-start-1 max-lg:row-start-2 max-lg:pl-5">
        <span className="sr-only">Offered on: </span>
        {offered.map(offeringTitle).join(', ') || 'Nowhere yet'}
      </span>
      {questions.map((question) => (
        <Cell key={question.id} model={model} question={question} today={today} />
      ))}
      <span className="max-lg:col-start-2 max-lg:row-start-1 max-lg:justify-self-end">
        <span className="sr-only">State: </span>
        <ReadinessNote readiness={readiness} />
      </span>
      {readiness === 'not_yet' && first && (
        <span className="col-span-2 pl-5 text-pretty text-ink-2 lg:hidden print:hidden">
          {first.text} {first.first.charAt(0).toUpperCase()}
          {first.first.slice(1)}
        </span>
      )}
    </div>
  )
}

type CellProps = { model: Model; question: Question; today: string }

/** An answer in a word or two; the words, the sign and the colour say the same. */
function Cell({ model, question, today }: CellProps) {
  const answer = model.answers.find((one) => one.question === question.id)
  const look = lookOf(answer, today)
  return (
    <span className={cx('flex min-w-0 items-center gap-1.5 max-lg:hidden print:flex', look.tone)}>
      <span className="sr-only">{question.text} </span>
      <Icon name={look.icon} className="size-3.5" />
      <span className="num min-w-0 text-pretty">{look.text}</span>
    </span>
  )
}
