import type { Change } from '../event-refs.ts'
import { ALL_FACTS } from './facts.ts'
import type { Fact, ValueOf } from './facts.ts'

/** What an issue holds of its facts, by the names of the ledger and the tables. */
export type FactValues = { [F in Fact as F['key']]: ValueOf<F> }
/** What happens to them. */
export type FactEvents = { [F in Fact as `issue.${F['name']}_set`]: Change<ValueOf<F>> }

export const eventOf = ({ name }: Pick<Fact, 'name'>): keyof FactEvents => `issue.${name}_set`
export const factOfEvent = (type: string): Fact | null =>
  ALL_FACTS.find((fact) => eventOf(fact) === type) ?? null

/** Of all that is said of an issue. */
// safe because every fact is taken under its own key
export const factsIn = (values: FactValues): FactValues =>
  Object.fromEntries(ALL_FACTS.map(({ key }) => [key, values[key]])) as FactValues

/** What an issue holds before anybody says something. */
// safe because each fact says what it is under its own key
export const NO_FACTS = Object.fromEntries(
  ALL_FACTS.map(({ key, kind }) => [key, kind === 'flag' ? false : null]),
) as FactValues
