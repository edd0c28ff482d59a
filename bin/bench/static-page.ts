import { createServer } from 'node:http'
import { once } from 'node:events'
import { addressOf, listen } from '../listen.ts'

export type StaticPage = { address: string; close(): Promise<void> }

const COLUMNS = 5
/** A screenful, and a little to scroll. */
const LONG = 12

/**
 * The floor under a board's page: a screenful of cards as plain HTML, with just enough script that ↓ focuses the first
 * one and a card can be dragged. No framework, no data, no database.
 */
export async function staticPage(): Promise<StaticPage> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(html)
  })
  const address = addressOf('127.0.0.1', await listen(server, '127.0.0.1', 0))
  return {
    address,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

const card = (column: number) => (_: unknown, at: number) =>
  `<li tabindex="-1" draggable="true" aria-setsize="${LONG}" aria-posinset="${at + 1}"><a href="#${column}-${at}">` +
  `Card ${at + 1} of column ${column}</a> <button aria-haspopup="menu" aria-label="Move to…">…</button></li>`

const column = (_: unknown, nth: number) =>
  `<div><ul aria-label="column ${nth}">${Array.from({ length: LONG }, card(nth)).join('')}</ul></div>`

const style = `body { margin: 0; font: 14px sans-serif } main { display: flex; height: 100vh }
div { flex: 1; overflow-y: auto } ul { margin: 0; padding: 8px; list-style: none }
li { height: 90px; margin-bottom: 6px; border: 1px solid silver; border-radius: 6px }`

const script = `addEventListener('keydown', ({ key }) => key === 'ArrowDown' && document.querySelector('li').focus())`

const html = `<!doctype html><html lang="en"><title>Plain</title><style>${style}</style>
<main>${Array.from({ length: COLUMNS }, column).join('')}</main><script>${script}</script></html>`
