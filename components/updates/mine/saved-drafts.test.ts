import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'

import { readUpdates } from '#lib/contract/updates.ts'
import type { UpdateDraft, WeekOfUpdates } from '#lib/contract/updates.ts'
import { reading } from '#lib/http/query.ts'

import { mySubject } from '../testing.ts'
import { keepSaved } from './saved-drafts.ts'

const week = '2026-W48'
const { queryKey } = reading(readUpdates, { group: 'models', week })
const draft: UpdateDraft = {
  progress: '',
  blockers: '',
  next: 'Read the results',
  confidence: null,
  savedAt: '2026-11-26T09:00:00Z',
  version: 1,
}
type Mine = Pick<WeekOfUpdates, 'mine'>
const withDraft = (of: UpdateDraft | null): Mine => ({ mine: [mySubject(12, { draft: of })] })

/** A page that reads the week; each read is answered by hand. */
function aPage() {
  const client = new QueryClient()
  client.setQueryData(queryKey, withDraft(null))
  const reads: ((answer: Mine) => void)[] = []
  const observer = new QueryObserver<Mine>(client, {
    queryKey,
    queryFn: () => new Promise((resolve) => reads.push(resolve)),
    staleTime: Infinity,
  })
  observer.subscribe(() => {})
  return { client, reads, now: () => client.getQueryData<Mine>(queryKey)?.mine[0]?.draft }
}

test('a draft is shown as soon as it is saved, and nothing is asked for again', () => {
  const { client, reads, now } = aPage()
  keepSaved(client, 'models', week, 'issue-12', draft)
  expect(now()).toEqual(draft)
  expect(reads).toEqual([])
})

test('a read that began before a draft was saved does not take it away', async () => {
  const { client, reads, now } = aPage()
  void client.invalidateQueries({ queryKey })
  await expect.poll(() => reads.length).toBe(1)
  keepSaved(client, 'models', week, 'issue-12', draft)
  await expect.poll(() => reads.length).toBe(2)
  reads[0]?.(withDraft(null))
  await new Promise((resolve) => setImmediate(resolve))
  expect(now()).toEqual(draft)
  reads[1]?.(withDraft({ ...draft, version: 2 }))
  await expect.poll(now).toEqual({ ...draft, version: 2 })
})
