'use client'

import { useRef } from 'react'

import { announce } from '#components/shell/announcer.tsx'
import { useHotkeys } from '#components/shell/hotkeys.ts'
import { CONFIDENCES, confidenceWords } from '#lib/domain/confidence.ts'
import type { Confidence } from '#lib/domain/confidence.ts'

import type { Desk } from './desk.ts'
import type { TextName } from './draft-fields.ts'

/** Through the cards and their fields without a pointer. */
export function useStatusKeys(desk: Desk, onPost: () => void) {
  const last = useRef<string | null>(null)
  const cards = () => [...document.querySelectorAll<HTMLElement>('[data-subject]')]
  const cardNow = (): HTMLElement | undefined => {
    const all = cards()
    const found =
      all.find((card) => card.contains(document.activeElement)) ??
      all.find(({ dataset }) => dataset['subject'] === last.current) ??
      all.find((card) => card.querySelector('textarea') !== null)
    last.current = found?.dataset['subject'] ?? null
    return found
  }
  const go = (step: number) => {
    const all = cards()
    const at = all.findIndex((card) => card.contains(document.activeElement))
    const from = at < 0 ? all.findIndex(({ dataset }) => dataset['subject'] === last.current) : at
    const card = all[from < 0 ? 0 : Math.min(Math.max(from + step, 0), all.length - 1)]
    if (!card) return
    last.current = card.dataset['subject'] ?? null
    card.focus()
  }
  const field = (name: TextName) => () => {
    const area = cardNow()?.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`)
    area?.focus()
    area?.setSelectionRange(area.value.length, area.value.length)
  }
  const choose = (confidence: Confidence) => () => {
    const card = cardNow()
    const acts = desk.acts.get(card?.dataset['subject'] ?? '')
    if (!card?.querySelector('textarea') || !acts) return
    acts.choose(confidence)
    announce(`${confidenceWords(confidence)}: ${card.querySelector('h2')?.textContent ?? ''}.`)
  }
  useHotkeys('Status', [
    { keys: ['j'], what: 'Next subject', act: () => go(1) },
    { keys: ['k'], what: 'Previous subject', act: () => go(-1) },
    { keys: ['p'], what: 'Write the progress', act: field('progress') },
    { keys: ['b'], what: 'Write the blockers', act: field('blockers') },
    { keys: ['n'], what: 'Write what is next', act: field('next') },
    ...CONFIDENCES.map((confidence, at) => ({
      keys: [String(at + 1)],
      what: confidenceWords(confidence),
      act: choose(confidence),
    })),
    { keys: ['mod+enter'], what: 'Post what is ready', act: onPost },
  ])
}
