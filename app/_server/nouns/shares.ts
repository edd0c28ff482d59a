import { revokeShare } from '#db/commands/shares.ts'
import { listShares } from '#db/queries/shares.ts'
import * as shares from '#lib/contract/shares.ts'
import { bind } from '../bind.ts'
import { shareWithLink } from '../share-with-link.ts'

export const sharesHandlers = [
  bind(shares.listShares, (context) => listShares(context.ctx())),
  bind(shares.createShare, shareWithLink),
  bind(shares.revokeShare, (context, input) => revokeShare(context.ctx(), input)),
]
