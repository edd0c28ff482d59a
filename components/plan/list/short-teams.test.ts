import { expect, test } from 'vitest'

import { shortTeams } from './short-teams.ts'

test('a team is called by its first word, unless another one begins with it', () => {
  const names = ['Model Selection', 'Model Serving', 'Gateway Services']
  const short = shortTeams(names.map((name) => ({ team: name, name })))
  expect(names.map((name) => short.get(name)?.short)).toEqual(['Model Selection', 'Model Serving', 'Gateway'])
})
