type Common<N extends string, K extends string> = {
  /** What filters, lists and endpoints call it; its event is `issue.<name>_set`. */
  name: N
  /** What the ledger and the tables call it. */
  key: K
  /** What sentences and lists call it. */
  title: string
  /** Whether those who follow the issue hear of it. */
  isFollowed: boolean
}

/** One of a few values in their order, each with its title, or none of them. */
export type Choice<N extends string = string, K extends string = string, V extends string = string> = Common<
  N,
  K
> & { kind: 'choice'; values: readonly V[]; titles: Readonly<Record<V, string>> }
/** A day of the group's calendar, or none. */
export type Day<N extends string = string, K extends string = string> = Common<N, K> & { kind: 'day' }
/** So or not so, as what it is called then. */
export type Flag<N extends string = string, K extends string = string> = Common<N, K> & {
  kind: 'flag'
  words: { yes: string; no: string }
}
