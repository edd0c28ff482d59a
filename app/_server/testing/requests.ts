import type { Ctx } from '#db/context.ts'
import type { Act } from '#lib/domain/permissions.ts'
import type { Name, Means } from './means.ts'

export type Row = {
  /**
   * Whoever may: by an act of the law's table; or everybody who sees the group; or everybody who is signed in, with a
   * token too or in person alone.
   */
  may: Act | 'member' | 'signed_in' | 'in_person'
  /**
   * What a valid request says, made anew for each. `group` is given, and so is an issue of its own where the path has a
   * `{ref}` that is not said here.
   */
  input?: (means: Means) => object | Promise<object>
  /**
   * Where `input` gives the same each time: what another valid request gives instead, or that there is no other of its
   * kind, since it gives nothing beside the group.
   */
  again?: object | 'there is no other'
  /** Its answer holds a secret, which is told once and kept nowhere. */
  shownOnce?: true
}

/** A way in which a field names something of the noun `noun`. */
export type Way = { noun: string; inputFor: (name: Name) => unknown }

/** A name as a path, a query or a body would give it: of what exists nowhere, and of what is made in another group. */
type Named = { absent: Name; theirs: (em: Ctx, group: string) => Promise<Name> }

/** What tests know of a noun, beside what handles its endpoints: `<noun>.requests.ts`. */
export type Requests = {
  /** By endpoint. */
  rows: Record<string, Row>
  /** What its paths name, by the name of that part of the path. */
  names?: Record<string, Named>
  /** What fields name that its endpoints have beside their paths: by field, or by endpoint and field. */
  fields?: Record<string, readonly Way[]>
  /** Fields of its endpoints that say something and name nothing. */
  plain?: readonly string[]
}

export const one = (noun: string): Way[] => [{ noun, inputFor: (name) => name }]
export const list = (noun: string): Way[] => [{ noun, inputFor: (name) => [name] }]
/** A name among words; quotes that open before it close behind it. */
export const inText = (noun: string, before: string): Way => ({
  noun,
  inputFor: (name) => `${before}${name}${before.endsWith('"') ? '"' : ''}`,
})
