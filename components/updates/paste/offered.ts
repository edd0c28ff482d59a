import type { WeekOfUpdates } from '#lib/contract/updates.ts'
import type { Confidence } from '#lib/domain/confidence.ts'
import { subjectSign, subjectSlug } from '#lib/domain/subjects.ts'
import type { NumberedSubject } from '#lib/domain/subjects.ts'
import { pastedUpdates } from '#lib/domain/updates/pasted.ts'

/** An update of a pasted text. `because` says why it cannot be posted as it is. */
export type Offered = {
  subject: string | null
  name: string
  progress: string
  blockers: string
  next: string
  confidence: Confidence | null
  because: string | null
}

type Where = {
  /** What the reader drives. */
  mine: readonly Pick<WeekOfUpdates['mine'][number], 'kind' | 'ref' | 'title'>[]
  issue: WrittenOn
}

/**
 * The issue on which a text is written, where it is work of its own: a text that names no other is about it. Without a title
 * it is not known to be work, and counts where the reader drives it.
 */
export type WrittenOn = { ref: number; title: string | null } | null

/** The updates that a text holds, each with the issue or epic that it is about: by its number, or by its title. */
export function offeredIn(text: string, { mine, issue: on }: Where): Offered[] {
  const found = pastedUpdates(text)
  const driven = mine.find(({ kind, ref }) => kind === 'issue' && ref === on?.ref)
  const issue = on === null || on.title === null ? (driven ?? null) : on
  return found.map(({ subject: named, title, confidence, ...texts }) => {
    const subject =
      named ??
      titled(title, mine) ??
      (issue && found.length === 1 ? { kind: 'issue' as const, ref: issue.ref } : null)
    const because =
      subject === null
        ? 'It names no issue that you drive.'
        : texts.progress.trim() === ''
          ? 'Its progress is missing.'
          : confidence === null
            ? 'Its confidence is missing.'
            : null
    return {
      subject: subject && subjectSlug(subject),
      name: nameOf(subject, title, issue),
      ...texts,
      confidence,
      because,
    }
  })
}

function titled(title: string, mine: Where['mine']): NumberedSubject | null {
  const wanted = title.trim().toLowerCase()
  const found = wanted === '' ? [] : mine.filter((one) => one.title.trim().toLowerCase() === wanted)
  const [only] = found
  return found.length === 1 && only ? { kind: only.kind, ref: only.ref } : null
}

function nameOf(subject: NumberedSubject | null, title: string, issue: WrittenOn): string {
  const said = title === '' && issue?.ref === subject?.ref ? (issue?.title ?? '') : title
  return [subject && subjectSign(subject), said].filter(Boolean).join(' ')
}
