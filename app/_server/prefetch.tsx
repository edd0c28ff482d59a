import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache, type ReactNode } from 'react'
import { Hydrate } from '#components/frame/hydrate.tsx'
import { todayOf } from '#db/queries/milestones.ts'
import type { Endpoint, OutputOf, SentTo } from '#lib/contract/endpoint.ts'
import type { Role } from '#lib/domain/permissions.ts'
import { reading } from '#lib/http/query.ts'
import { Prepared } from '#lib/http/serve.ts'
import { Failure } from '#lib/kit/failure.ts'
import { signInFrom } from '#lib/kit/links.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import { isolated } from '#lib/kit/visible.ts'
import { contextOfCookie } from './context.ts'
import { handlers } from './handlers.ts'
import { reachable } from './reachable.tsx'
import { treesOf } from './trees.ts'

/** What `reading(endpoint, input)` of `lib/http/query.ts` gives: the key says which endpoint, and with what input. */
export type Read = { queryKey: readonly [string, object] }

type Props = { reads: readonly Read[]; children: ReactNode }

/**
 * Runs reads in this process, without HTTP, and lays the answers under the keys with which the components below will
 * ask for them. A person who is not signed in is sent to the sign-in page; what they may not see is not found.
 */
export const Prefetch = reachable(async ({ reads, children }: Props) => {
  const { entries, person } = await answered(reads)
  return (
    <Hydrate entries={entries} person={person}>
      {children}
    </Hydrate>
  )
})

async function answered(reads: readonly Read[]) {
  try {
    const [entries, { who }] = await Promise.all([
      Promise.all(reads.map(entryOf)),
      contextIn(groupIn(reads[0]?.queryKey[1] ?? {})),
    ])
    return { entries, person: who.handle }
  } catch (error) {
    return await elsewhere(error)
  }
}

/** Where a failed read leads: to what is not there, or to the sign-in page. Throws all others again. */
async function elsewhere(error: unknown): Promise<never> {
  // What a person's roles may not see is not there for them, as if they had followed no link to it.
  // Nor is what a rule has no answer for, such as a day before the group began.
  if (error instanceof Failure && ['not_found', 'forbidden', 'refused'].includes(error.code)) notFound()
  if (error instanceof Failure && error.code === 'signed_out') redirect(signInFrom(await addressAsked()))
  throw error
}

async function entryOf({ queryKey }: Read) {
  const text = await answerTo(queryKey)
  return { key: queryKey, text, trees: treesOf(queryKey[0], text) }
}

/** The same read is done once a page, whether its content asks or its title. */
const answerTo = ([id, sent]: Read['queryKey']) => answerOnce(id, JSON.stringify(sent))
const answerOnce = cache((id: string, sent: string) => textOf([id, JSON.parse(sent)]))

/** An answer that a page needs itself, such as the one that says where it leads to. */
export async function answerFor<E extends Endpoint>(endpoint: E, input: SentTo<E>): Promise<OutputOf<E>> {
  const {
    entries: [entry],
  } = await answered([reading(endpoint, input)])
  return JSON.parse(entry?.text ?? 'null')
}

/** Who reads, and the day of the group: known with the session, so that what a page shows need not wait for the group. */
export async function readerIn(group: string): Promise<{ today: PlainDate; roles: readonly Role[] }> {
  try {
    const { ctx } = await contextIn(group)
    const reader = ctx()
    return { today: todayOf(reader), roles: reader.actor.roles }
  } catch (error) {
    return await elsewhere(error)
  }
}

/** What the title of a page says, from what its content reads anyway; `otherwise` where that cannot be read. */
export async function titled<E extends Endpoint>(
  endpoint: E,
  input: SentTo<E>,
  { say, otherwise }: { say: (answer: OutputOf<E>) => string | undefined; otherwise: string },
): Promise<Metadata> {
  try {
    const title = say(JSON.parse(await answerTo(reading(endpoint, input).queryKey)))
    return { title: title === undefined ? otherwise : isolated(title) }
  } catch {
    return { title: otherwise }
  }
}

/** The path and the query of the page, without what the router adds when it asks for it. */
async function addressAsked(): Promise<string> {
  const { pathname, searchParams } = new URL((await headers()).get('x-address') ?? '/', 'http://here.invalid')
  searchParams.delete('_rsc')
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
}

/** Asked once a page, whatever the number of its reads. */
const contextIn = cache(async (group: string | null) =>
  contextOfCookie((await headers()).get('cookie'), group),
)

const groupIn = (input: object): string | null => ('group' in input ? String(input.group) : null)

/** The answer as JSON text: one long string crosses to the browser faster than a tree of small values. */
async function textOf([id, sent]: Read['queryKey']): Promise<string> {
  const handler = handlers.find(({ endpoint }) => endpoint.id === id)
  if (!handler) throw new Error(`No handler for the endpoint ${id}.`)
  const input = handler.endpoint.input.safeParse(sent)
  if (!input.success) notFound()
  const context = await contextIn(groupIn(input.data))
  if (handler.endpoint.access === 'group' && !context.who.group) notFound()
  // safe because the input was just checked against the endpoint's own shape
  const answer = await handler.run(context, input.data as never)
  return answer instanceof Prepared ? answer.text : JSON.stringify(answer)
}
