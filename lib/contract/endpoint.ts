import type { z } from 'zod'
import type { EventTopic } from '#lib/domain/event-nouns.ts'

/** What a change touches and a view reads; live updates refresh the views whose topics an event names. */
export type Topic = EventTopic | 'events' | 'tokens' | 'sessions' | 'inbox' | 'settings'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/**
 * Who may knock: anybody, whoever is signed in, whoever is signed in and no token of theirs, or whoever has a role in
 * the group named in the path.
 */
export type Access = 'anyone' | 'signed_in' | 'in_person' | 'group'

/** An endpoint, as plain data: the router, the browser, the documents and the tests all read the same row. */
export type Endpoint<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> = {
  id: string
  method: Method
  /** Below `/api/v1`, with `{name}` for what the path carries. */
  path: string
  summary: string
  access: Access
  input: Input
  output: Output
  reads: readonly Topic[]
  /** What the answer is where it is no JSON. */
  media?: string
}

export type InputOf<E extends Endpoint> = z.output<E['input']>
export type SentTo<E extends Endpoint> = z.input<E['input']>
export type OutputOf<E extends Endpoint> = z.output<E['output']>

type Draft<I extends z.ZodObject, O extends z.ZodType> = Omit<Endpoint<I, O>, 'access' | 'reads'> & {
  access?: Access
  reads?: readonly Topic[]
}

export const endpoint = <I extends z.ZodObject, O extends z.ZodType>(draft: Draft<I, O>): Endpoint<I, O> => ({
  access: 'group',
  reads: [],
  ...draft,
})

/**
 * Where an Idempotency-Key is honoured: on whatever changes something of a group, and on every other POST of somebody
 * who is signed in.
 */
export const takesKey = ({ method, access }: Endpoint): boolean =>
  method !== 'GET' && access !== 'anyone' && (access === 'group' || method === 'POST')

/**
 * After so many milliseconds without an answer a browser takes the line for dead, and sends the change again under its
 * key. The server ends its own statements after 10 s.
 */
export const PATIENCE_MS = 15_000

/** The names that a path carries, in order. */
export const pathNames = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
