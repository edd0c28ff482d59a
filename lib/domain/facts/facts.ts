import type { PlainDate } from '#lib/kit/plain-date.ts'

import { confidential } from './confidential.ts'
import { due } from './due.ts'
import type { Choice, Day } from './fact.ts'
import { health } from './health.ts'
import { isFact } from './names.ts'
import type { FactName } from './names.ts'

/** Ledger, replay, filters, lists and menus read from here what a fact is. */
export const FACTS = { health, due, confidential }
export const ALL_FACTS: readonly Fact[] = Object.values(FACTS)

export type Fact = (typeof FACTS)[FactName]
export type ValueOf<F extends Fact> =
  F extends Choice<string, string, infer V> ? V | null : F extends Day ? PlainDate | null : boolean

/** What an issue holds of them, by their names. */
export type FactsShown = { [F in Fact as F['name']]: ValueOf<F> }

export const factOf = (name: string): Fact | null => (isFact(name) ? FACTS[name] : null)
