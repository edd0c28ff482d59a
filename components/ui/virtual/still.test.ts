import { Virtualizer } from '@tanstack/react-virtual'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { stillRows } from './still.ts'
import type { Asked } from './types.ts'

const rows = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 40 }),
  gap: fc.integer({ min: 0, max: 12 }),
  paddingStart: fc.integer({ min: 0, max: 12 }),
  scrollMargin: fc.integer({ min: 0, max: 40 }),
  overscan: fc.integer({ min: 0, max: 6 }),
  horizontal: fc.boolean(),
  offset: fc.integer({ min: 0, max: 5_000 }),
})

test('the first rows are those with which the library begins, so that it takes over what is drawn', () => {
  fc.assert(
    fc.property(rows, ({ sizes, offset, ...rest }) => {
      const asked: Asked = {
        ...rest,
        count: sizes.length,
        getScrollElement: () => null,
        estimateSize: (at) => sizes[at] ?? 0,
        initialRect: { width: 640, height: 640 },
      }
      const library = new Virtualizer({
        ...asked,
        observeElementRect: () => {},
        observeElementOffset: () => {},
        scrollToFn: () => {},
      })
      const still = stillRows(asked)
      const places = (items: { index: number; start: number; end: number }[]) =>
        items.map(({ index, start, end }) => ({ index, start, end }))
      expect(places(still.getVirtualItems())).toEqual(places(library.getVirtualItems()))
      expect(still.getTotalSize()).toBe(library.getTotalSize())
      expect(still.getVirtualItemForOffset(offset)?.index).toBe(
        library.getVirtualItemForOffset(offset)?.index,
      )
    }),
  )
})
