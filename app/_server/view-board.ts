import { servedPastBoard } from '#db/past/board.ts'
import { pack, servedBoard, type ServedBoard } from '#db/queries/served-board.ts'
import type { Ctx } from '#db/context.ts'
import type { BoardView, viewBoard as endpoint } from '#lib/contract/boards.ts'
import type { InputOf } from '#lib/contract/endpoint.ts'
import { cardsMeeting } from '#lib/domain/card-match.ts'
import { conditionOf } from '#lib/domain/chips.ts'
import { areNone, type Clause } from '#lib/domain/filters.ts'
import { wordsOf } from '#lib/domain/search.ts'
import { Prepared } from '#lib/http/serve.ts'
import type { RequestContext } from './context.ts'

type Input = InputOf<typeof endpoint>

/** The whole board as ready bytes; or, filtered, with the cards that the same rule of the law keeps in the browser. */
export async function viewBoard(context: RequestContext, input: Input): Promise<Prepared> {
  const ctx = context.ctx()
  const ready = await readyBoard(ctx, input, context.newest)
  const chips = { words: wordsOf(input.q ?? ''), clauses: clausesOf(input) }
  if (areNone(chips)) return new Prepared(ready)
  const view: BoardView = JSON.parse(ready.text)
  const { labels, current, next, today } = view
  const asker = { me: ctx.actor.handle, current, next, today }
  const keeps = cardsMeeting(conditionOf(chips, { words: 'title' }), labels, asker)
  return new Prepared(pack({ ...view, cards: view.cards.filter(keeps) }))
}

const readyBoard = (ctx: Ctx, { at, ...input }: Input, newest: number): Promise<ServedBoard> =>
  at === undefined ? servedBoard(ctx, input, newest) : servedPastBoard(ctx, { ...input, at }, newest)

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
