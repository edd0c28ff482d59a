'use client'

import { useStore } from '#components/ui/store.ts'
import type { MySubject } from '#lib/contract/updates.ts'

import type { Desk } from './desk.ts'
import { standingsText, subjectStanding } from './standing.ts'

type Of = { mine: readonly MySubject[]; desk: Desk; waiting: ReadonlySet<string> }

/** “2 of 3 ready”, as one writes. */
export const useReadyText = ({ mine, desk, waiting }: Of): string =>
  useStore(desk.written, ({ fields }) =>
    standingsText(
      mine
        .filter(({ active, draft }) => active || draft !== null)
        .map((one) =>
          subjectStanding(one, { written: fields.get(one.subject), waits: waiting.has(one.subject) }),
        ),
    ),
  )
