import Link from 'next/link'

import { FINDING_CODES, FINDINGS } from '#lib/domain/findings.ts'
import type { Chips } from '#lib/domain/filters.ts'
import { sentenceOf } from '#lib/domain/lint.ts'
import { reportLink } from '#lib/kit/links.ts'

/** Where a list is narrowed by a finding of the triage report: the sentence it rests on, and where it is fixed. */
export function FindingNote({ group, chips }: { group: string; chips: Chips }) {
  const names = chips.clauses.flatMap(({ field, is, value }) => (field === 'finding' && is ? [value] : []))
  const codes = FINDING_CODES.filter((code) => names.includes(FINDINGS[code].name))
  return codes.map((code) => (
    <p key={code} className="text-xs text-pretty text-ink-3">
      <q>{sentenceOf(code)}</q>{' '}
      <Link
        href={reportLink(group, FINDINGS[code].name)}
        prefetch={false}
        className="font-medium text-accent underline underline-offset-2"
      >
        Fix one by one
      </Link>
    </p>
  ))
}
