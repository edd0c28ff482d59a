'use client'

import { useDraft } from '#components/shell/drafts.ts'
import { POINT_KINDS, type PointKind } from '#lib/domain/retrospectives/retrospectives.ts'

export type PointDraft = { kind: PointKind; text: string; to: string }

const EMPTY: PointDraft = { kind: 'well', text: '', to: '' }

/** The point that is being written: kept on this device, over a reload and while the server is away. */
export function usePointDraft(group: string, month: string) {
  const { draft, keep, drop } = useDraft(group, `retrospective-${month}-point`)
  const value = draft === null ? EMPTY : readDraft(draft.text)
  return {
    value,
    set: (next: PointDraft) => keep({ text: JSON.stringify(next), version: null, key: null }),
    /** The next point is likely of the same kind. */
    clear: () =>
      value.kind === EMPTY.kind
        ? drop()
        : keep({ text: JSON.stringify({ ...EMPTY, kind: value.kind }), version: null, key: null }),
  }
}

function readDraft(text: string): PointDraft {
  try {
    const { kind, text: words, to }: Record<string, unknown> = JSON.parse(text)
    return {
      kind: POINT_KINDS.find((one) => one === kind) ?? EMPTY.kind,
      text: typeof words === 'string' ? words : '',
      to: typeof to === 'string' ? to : '',
    }
  } catch {
    return EMPTY
  }
}
