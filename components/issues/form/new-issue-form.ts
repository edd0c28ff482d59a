'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { useDraft } from '#components/shell/drafts.ts'
import { createIssue } from '#lib/contract/issues.ts'
import type { Card } from '#lib/contract/issues.ts'
import { listLabels } from '#lib/contract/labels.ts'
import { reading } from '#lib/http/query.ts'
import { issueLink } from '#lib/kit/links.ts'

import { newIssueDefaults } from './new-issue-defaults.ts'

export type NewIssueFacts = {
  title: string
  description: string
  /** What was put into the description without being typed. */
  filled: string
  /** Title of the label that means a type; empty while nobody knows. */
  type: string
  labels: string[]
  /** Slugs and handles; empty for none. */
  milestone: string
  weight: string
  dri: string
  /** The number of the model that it adds. */
  model: string
  /** What it waits for, where a label says that it is blocked. */
  need: string
  from: string
}

const NONE: readonly never[] = []

/** A new issue as it is written: kept on this device until it is created, and begun as the page suggests. */
export function useNewIssue(group: string) {
  const { draft, wasFound, keep, drop, latest } = useDraft(group, 'new-issue')
  const [wasThere] = useState(draft !== null)
  const labels = useQuery(reading(listLabels, { group })).data?.items ?? NONE
  const [begun] = useState(beginning)
  const { change: send, busy } = useBusyChange()
  const router = useRouter()
  const own = labels.find(({ meaning }) => meaning === 'group')?.title
  const start = begun.labels.length === 0 && own ? { ...begun, labels: [own] } : begun
  // What was not touched follows the page and what it has fetched by now.
  const touched = draft ? read(draft.text) : {}
  const facts = { ...start, ...touched }
  const isBlocked = labels.some(
    ({ title, meaning }) => meaning === 'workflow.blocked' && facts.labels.includes(title),
  )
  const change = (part: Partial<NewIssueFacts>) =>
    keep({ text: JSON.stringify({ ...touched, ...part }), version: null, key: null })
  const create = async (another: boolean): Promise<boolean> => {
    const sent = draft?.text
    const created = await send({
      endpoint: createIssue,
      input: { group, ...sentOf(facts, isBlocked) },
      message: ({ card }) => `Created #${card.ref}.`,
      warnings: ({ card }) => whereItIs(card),
      open: ({ card }) => router.push(issueLink(group, card.ref)),
    })
    // The next one is likely of the same kind; its words are its own, also those that were typed meanwhile.
    if (created === null || latest()?.text !== sent) return created !== null
    if (another) change({ title: '', description: facts.filled, need: '', from: '' })
    else drop()
    return true
  }
  /** What holds no words of anybody is no draft. */
  const leave = () => {
    if (facts.title.trim() === '' && ['', facts.filled].includes(facts.description)) drop()
  }
  return {
    facts,
    labels,
    isBlocked,
    busy,
    change,
    create,
    leave,
    wasFound: draft !== null && (wasThere || wasFound),
    startAfresh: drop,
  }
}

export type NewIssueForm = ReturnType<typeof useNewIssue>

/** Said where the page that is looked at does not show what was just made. */
function whereItIs(card: Card): string[] {
  const why = newIssueDefaults.get().here?.whyNotHere(card) ?? null
  return why === null ? [] : [`#${card.ref} is not on this board: ${why}.`]
}

function beginning(): NewIssueFacts {
  const { labels = [], milestone = null } = newIssueDefaults.get().here ?? {}
  const texts = { title: '', description: '', filled: '', type: '' }
  return {
    ...texts,
    labels: [...labels],
    milestone: milestone?.slug ?? '',
    weight: '',
    dri: '',
    model: '',
    need: '',
    from: '',
  }
}

/** Drafts outlive versions of the page: what is not as it should be is as in the beginning. */
function read(text: string): Partial<NewIssueFacts> {
  try {
    const kept: unknown = JSON.parse(text)
    if (typeof kept !== 'object' || kept === null) return {}
    const { labels, ...texts } = Object.fromEntries(Object.entries(kept))
    return {
      ...Object.fromEntries(Object.entries(texts).filter(([, value]) => typeof value === 'string')),
      ...(Array.isArray(labels) ? { labels: labels.filter((one) => typeof one === 'string') } : {}),
    }
  } catch {
    return {}
  }
}

function sentOf(
  { title, description, type, labels, milestone, weight, dri, model, need, from }: NewIssueFacts,
  isBlocked: boolean,
) {
  return {
    title: title.trim(),
    description,
    labels: [...new Set([...labels, ...(type ? [type] : [])])],
    milestone: milestone || null,
    weight: weight === '' ? null : Number(weight),
    dri: dri || null,
    model: model === '' ? null : Number(model),
    ...(isBlocked ? { blocked: { need: need.trim(), from: from.trim() } } : {}),
  }
}
