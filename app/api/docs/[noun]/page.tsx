import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReferenceFrame, SHAPES } from '#components/reference/frame.tsx'
import { Operation } from '#components/reference/operation.tsx'
import { Shape } from '#components/reference/shape.tsx'
import { type Reference, reference } from '#lib/http/reference.ts'
import about from '../../../../package.json' with { type: 'json' }

type Params = { params: Promise<{ noun: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { noun } = await params
  return { title: `${noun.replace(/^./, (first) => first.toUpperCase())} · API reference` }
}

export default async function NounPage({ params }: Params) {
  const { noun } = await params
  const { nouns, shapes, version } = reference(about.version)
  const found = nouns.find(({ name }) => name === noun)
  if (!found && noun !== SHAPES) notFound()
  return (
    <ReferenceFrame nouns={nouns} here={noun} version={version}>
      <h1 className="text-xl tracking-[-0.012em] first-letter:uppercase">{noun}</h1>
      {found?.operations.map((operation) => (
        <Operation key={operation.id} operation={operation} />
      ))}
      {!found && <Shapes shapes={shapes} />}
    </ReferenceFrame>
  )
}

const Shapes = ({ shapes }: Pick<Reference, 'shapes'>) =>
  shapes.map(({ name, schema }) => (
    <section
      key={name}
      id={name}
      aria-labelledby={`shape-${name}`}
      className="scroll-mt-4 border-t border-line py-6 first-of-type:border-t-0"
    >
      <h2 id={`shape-${name}`} className="mb-2 text-lg">
        {name}
      </h2>
      <Shape schema={schema} />
    </section>
  ))
