import { createIssue } from '#db/commands/issues/create.ts'
import { link } from '#db/commands/links.ts'
import { inTransaction } from '#db/transaction.ts'
import { OURS, type Means } from '../testing/means.ts'
import { type Requests } from '../testing/requests.ts'

/** A refinement issue that lists an issue of ours. */
async function refining({ as, issue }: Means) {
  const [em, listed] = [await as('em'), await issue()]
  const { card } = await createIssue(em, { group: OURS, kind: 'refinement', title: 'Refinement, week 2' })
  await inTransaction(em, (ctx) => link(ctx, card.ref, 'relates', listed))
  return { ref: card.ref }
}

export const requests: Requests = {
  rows: { 'refinements.read': { may: 'member', input: refining } },
}
