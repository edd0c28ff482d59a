import type { ReactNode } from 'react'

import { asCurl } from '#lib/http/curl.ts'
import type { Operation as Promised } from '#lib/http/reference.ts'

import { Code } from './code.tsx'
import { FieldLine, Shape } from './shape.tsx'

const WHO: Record<Promised['access'], string> = {
  anyone: 'No sign-in needed.',
  signed_in: 'For signed-in people.',
  in_person: 'For signed-in people; not with a token.',
  group: 'For people with a role in the group.',
}

/** One endpoint: who may ask, what to send, what comes back. */
export function Operation({ operation }: { operation: Promised }) {
  const { id, method, path, summary, access, fields, body, answer, media } = operation
  return (
    <section
      id={id.split('.')[1]}
      aria-labelledby={id}
      className="scroll-mt-4 border-t border-line py-6 first-of-type:border-t-0"
    >
      <h2 id={id} className="text-lg text-pretty">
        {summary}
      </h2>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-2 font-mono text-sm">
        <Method method={method} />
        <span className="wrap-anywhere">/api/v1{path}</span>
      </p>
      <p className="mt-1 text-xs text-ink-3">
        {WHO[access]} Called <code className="font-mono">{id}</code> in the OpenAPI document.
      </p>
      <div className="mt-4 grid gap-x-8 gap-y-4 lg:grid-cols-2">
        <div className="grid content-start gap-4">
          {(['path', 'query', 'header'] as const).map((place) => (
            <Fields key={place} title={PLACES[place]} fields={fields.filter((one) => one.in === place)} />
          ))}
          {body && (
            <Part title="To send">
              <Shape schema={body} />
            </Part>
          )}
        </div>
        <div className="grid content-start gap-4">
          <Part title={media === 'application/json' ? 'The answer' : `The answer, as ${media}`}>
            <Shape schema={answer} />
          </Part>
          <Part title="For example">
            <Code>{exampleOf(operation)}</Code>
          </Part>
        </div>
      </div>
    </section>
  )
}

const PLACES = { path: 'In the path', query: 'In the query', header: 'In a header' }

function Fields({ title, fields }: { title: string; fields: Promised['fields'] }) {
  if (fields.length === 0) return null
  return (
    <Part title={title}>
      <dl>
        {fields.map((field) => (
          <FieldLine key={field.name} {...field} />
        ))}
      </dl>
    </Part>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-1 text-xs font-semibold text-ink-3">{title}</h3>
      {children}
    </div>
  )
}

const Method = ({ method }: Pick<Promised, 'method'>) => (
  <b
    className={`rounded-xs px-1.5 text-xs font-semibold ${method === 'GET' ? 'bg-good-soft text-good' : method === 'DELETE' ? 'bg-bad-soft text-bad' : 'bg-accent-soft text-accent'}`}
  >
    {method}
  </b>
)

function exampleOf({ method, access, example }: Promised): string {
  return asCurl({
    ...(method === 'GET' ? {} : { method }),
    path: `/api/v1${example.path}`,
    ...(example.body === null ? {} : { body: example.body }),
    who: access === 'anyone' ? 'signs in' : 'as them',
  })
}
