import { pack, servedBoard } from '#db/queries/served-board.ts'
import type { BoardView, viewBoard as endpoint } from '#lib/contract/boards.ts'
import type { InputOf } from '#lib/contract/endpoint.ts'
import { type Clause, isEverything, matcher } from '#lib/domain/filters.ts'
import { Prepared } from '#lib/http/serve.ts'
import type { RequestContext } from './context.ts'

type Input = InputOf<typeof endpoint>

/** The whole board as ready bytes; or, filtered, with the cards that the same rule of the law keeps in the browser. */
export async function viewBoard(door: RequestContext, input: Input): Promise<Prepared> {
  const ctx = door.ctx()
  const ready = await servedBoard(ctx, input, door.newest)
  const filter = { text: input.q ?? '', clauses: clausesOf(input) }
  if (isEverything(filter)) return new Prepared(ready)
  const view: BoardView = JSON.parse(ready.text)
  const keeps = matcher(filter, { labels: view.labels, me: ctx.actor.handle })
  return new Prepared(pack({ ...view, cards: view.cards.filter(keeps) }))
}

function clausesOf({ label, person, team, epic, type }: Input): Clause[] {
  const clause = (field: Clause['field'], value: string | number | undefined): Clause[] =>
    value === undefined ? [] : [{ field, is: true, value: String(value) }]
  return [
    ...(label ?? []).flatMap((title) => clause('label', title)),
    ...clause('person', person),
    ...clause('team', team),
    ...clause('epic', epic),
    ...clause('type', type),
  ]
}
