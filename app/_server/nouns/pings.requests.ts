import { type Requests } from '../testing/requests.ts'

export const requests: Requests = { rows: { 'pings.list': { may: 'member' } } }
