import { useState } from 'react'

import { useDraft } from '#components/shell/drafts.ts'

import type { EpicTexts } from './epic-acts.ts'

export type EpicFacts = EpicTexts & { techLead: string | null }

const NOTHING: EpicFacts = { title: '', description: '', techLead: null }

/** A new epic as it is written: kept on this device by its tab until it is created. */
export function useEpicDraft(group: string) {
  const { draft, wasFound, keep, drop, latest } = useDraft(group, 'new-epic')
  const [wasThere] = useState(draft !== null)
  const facts = draft ? read(draft.text) : NOTHING
  return {
    facts,
    wasFound: draft !== null && (wasThere || wasFound),
    change: (part: Partial<EpicFacts>) =>
      keep({ text: JSON.stringify({ ...facts, ...part }), version: null, key: null }),
    /** What was typed on while it was sent stays. */
    dropSent: () => void (latest()?.text === draft?.text && drop()),
    startAfresh: drop,
    /** What holds no words of anybody is no draft. */
    leave: () => void (facts.title.trim() === '' && facts.description.trim() === '' && drop()),
  }
}

/** Drafts outlive versions of the page: what is not as it should be is as in the beginning. */
function read(text: string): EpicFacts {
  try {
    const kept: unknown = JSON.parse(text)
    if (typeof kept !== 'object' || kept === null) return NOTHING
    const { title, description, techLead }: Record<string, unknown> = { ...kept }
    return {
      title: typeof title === 'string' ? title : '',
      description: typeof description === 'string' ? description : '',
      techLead: typeof techLead === 'string' ? techLead : null,
    }
  } catch {
    return NOTHING
  }
}
