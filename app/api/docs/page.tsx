import type { Metadata } from 'next'
import { Overview } from '#components/reference/overview.tsx'
import { ReferenceFrame } from '#components/reference/frame.tsx'
import { examples } from '#lib/contract/examples.ts'
import { reference } from '#lib/http/reference.ts'
import about from '../../../package.json' with { type: 'json' }

export const metadata: Metadata = { title: 'API reference' }

export default function ReferencePage() {
  const { nouns, version } = reference(about.version)
  return (
    <ReferenceFrame nouns={nouns} version={version}>
      <Overview nouns={nouns} examples={examples} />
    </ReferenceFrame>
  )
}
