import type { Requests } from '../testing/requests.ts'

const asked = () => ({ last: 12, type: 'bug' })

export const requests: Requests = {
  rows: {
    'insights.read': { may: 'member', input: asked, again: { last: 3 } },
    'insights.calibration': { may: 'member', input: asked, again: { view: 'mine' } },
    'insights.list': {
      may: 'member',
      input: () => ({ ...asked(), of: 'mix.done.bug' }),
      again: { of: 'ages.in-dev.earlier' },
    },
    'insights.export': {
      may: 'member',
      input: () => ({ ...asked(), table: 'cycle' }),
      again: { table: 'flow' },
    },
  },
  plain: ['last', 'type', 'of', 'table'],
}
