import Link from 'next/link'

import type { Example } from '#lib/contract/examples.ts'
import { asCurl } from '#lib/http/curl.ts'
import type { Noun } from '#lib/http/reference.ts'
import { referenceLink } from '#lib/kit/links.ts'

import { Code } from './code.tsx'

/** How to speak with the API at all, a walk through it, and everything it can do by name. */
export function Overview({ nouns, examples }: { nouns: readonly Noun[]; examples: readonly Example[] }) {
  return (
    <>
      <h1 className="text-xl tracking-[-0.012em]">Everything the screens do, over HTTP</h1>
      <ul className="mt-3 grid max-w-prose list-disc gap-1.5 pl-5 text-pretty text-ink-2">
        <li>
          All addresses are below <code className="font-mono text-sm">/api/v1</code>; requests and answers are
          JSON.
        </li>
        <li>
          A session cookie or a personal access token from the settings identifies you. A token needs no
          cookie; a cookie that writes needs{' '}
          <code className="font-mono text-sm">Sec-Fetch-Site: same-origin</code> or the exact Origin.
        </li>
        <li>
          Errors are <code className="font-mono text-sm">application/problem+json</code> with a sentence a
          person can act on. Without access the answer is 404.
        </li>
        <li>
          Days are <code className="font-mono text-sm">YYYY-MM-DD</code> in the time zone of the group;
          instants are ISO 8601 in UTC.
        </li>
        <li>Every change is one event with a number; the numbers of a group have no gaps.</li>
      </ul>
      <h2 className="mt-8 text-lg">Walkthrough</h2>
      <p className="mt-1 max-w-prose text-pretty text-ink-2">
        With the sample data on your own machine. What an answer gives for a later step is named below it; put
        it into a variable of that name.
      </p>
      <div className="mt-3">
        <Code>SAYDO=http://127.0.0.1:3000</Code>
      </div>
      <ol className="mt-2">
        {examples.map((example) => (
          <Step key={example.title} example={example} />
        ))}
      </ol>
      <h2 className="mt-8 text-lg">By name</h2>
      <div className="mt-2 columns-1 gap-8 md:columns-2">
        {nouns.map((noun) => (
          <Index key={noun.name} noun={noun} />
        ))}
      </div>
    </>
  )
}

function Step({ example }: { example: Example }) {
  const { title, text, status, keeps } = example
  return (
    <li aria-label={title} className="border-b border-line py-4 last:border-b-0">
      <h3 className="font-semibold">{title}</h3>
      <p className="mt-0.5 mb-2 max-w-prose text-sm text-pretty text-ink-2">{text}</p>
      <Code>{asCurl(example)}</Code>
      <p className="mt-1.5 text-xs text-ink-3">
        Answers <b className="num font-semibold text-ink-2">{status}</b>
        {keeps && (
          <>
            . Keep <code className="font-mono">{keeps.from.replace('header:', 'the header ')}</code> as{' '}
            <code className="font-mono">{keeps.name}</code>
          </>
        )}
        .
      </p>
    </li>
  )
}

function Index({ noun }: { noun: Noun }) {
  return (
    <section aria-label={noun.name} className="mb-4 break-inside-avoid">
      <h3 className="font-semibold first-letter:uppercase">{noun.name}</h3>
      <ul>
        {noun.operations.map(({ id, summary }) => (
          <li key={id} className="text-sm">
            <Link
              href={referenceLink(noun.name, id.split('.')[1])}
              className="block py-1 text-ink-2 hover:text-ink hover:underline"
            >
              {summary}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
