import { isValidElement } from 'react'
import { expect, test } from 'vitest'
import { PastBusy } from '#components/past/past-busy.tsx'
import { PAST_BUSY } from '#lib/domain/past.ts'
import { Failure } from '#lib/kit/failure.ts'
import { reachable } from './reachable.tsx'

test('while too many look at the past a page of it says that, and not that the connection is lost', async () => {
  const because = 'Too many people are looking at the past. Try again in a moment.'
  const page = reachable(() => Promise.reject(new Failure('unavailable', because, { rule: PAST_BUSY })))
  const shown = await page({})
  expect(isValidElement(shown) && [shown.type, shown.props]).toEqual([PastBusy, { because }])
})

test('what is no absence is thrown on', async () => {
  const page = reachable(() => Promise.reject(new Failure('refused', 'Not this one.')))
  await expect(page({})).rejects.toThrow('Not this one.')
})
