import { beforeAll, expect, test } from 'vitest'
import { pool } from '../connection.ts'
import { listEvents } from '../queries/events.ts'
import { listInvitations } from '../queries/invitations.ts'
import { verifyChain } from '../queries/chain.ts'
import { personCtx, useOwnDatabase } from '../testing/group.ts'
import { NOON } from '../testing/world.ts'
import { removePerson } from './people.ts'
import { createInvitation, revokeInvitation } from './invitations.ts'
import { acceptInvitation, type Guest } from './invitations-accept.ts'

const DAY = 86_400_000
const later = (days: number) => new Date(NOON.getTime() + days * DAY)

beforeAll(useOwnDatabase)

let count = 0
async function invited(email = `new${(count += 1)}@saydo.example`) {
  const em = await personCtx('mohamed')
  return createInvitation(em, { group: 'custom-models', email, role: 'engineer' })
}

const newcomer = (handle: string): Guest => ({
  newcomer: { name: 'A Newcomer', handle, passwordHash: 'hash' },
})
const accept = (token: string, guest: Guest, now = NOON) =>
  acceptInvitation({ token, guest, now, db: pool() })

test('an invited person comes in with the role, can sign in, and the record says that they came', async () => {
  const { secret, invitation } = await invited()
  expect(await accept(secret, newcomer('first'))).toMatchObject({ group: 'custom-models', handle: 'first' })
  const { rows } = await pool().query(
    `select p.email, a.password, r.role from people p join accounts a on a.person_id = p.id
      join group_roles r on r.person_id = p.id where p.handle = 'first'`,
  )
  expect(rows).toEqual([{ email: invitation.email, password: 'hash', role: 'engineer' }])
  const events = await pool().query(
    `select e.type, p.handle from events e join people p on p.id = e.actor_id where e.group_id = 1 order by number desc limit 1`,
  )
  expect(events.rows).toEqual([{ type: 'invitation.accepted', handle: 'first' }])
  expect((await verifyChain(pool(), 1)).broken).toBeNull()
})

test('of many who follow one link at once exactly one comes in, and the others leave nothing behind', async () => {
  const { secret } = await invited()
  const handles = ['one', 'two', 'three', 'four', 'five', 'six']
  const all = await Promise.allSettled(handles.map((handle) => accept(secret, newcomer(handle))))
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const one of all) {
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'not_found' })
  }
  const { rowCount } = await pool().query('select from people where handle = any($1)', [handles])
  expect(rowCount).toBe(1)
})

test('a link that was used, revoked, has run out or never was opens nothing, in the same words', async () => {
  const [used, revoked, old] = [await invited(), await invited(), await invited()]
  await accept(used.secret, newcomer('used'))
  await revokeInvitation(await personCtx('mohamed'), { invitation: revoked.invitation.id })
  const failures = await Promise.all(
    [
      accept(used.secret, newcomer('late')),
      accept(revoked.secret, newcomer('late')),
      accept(old.secret, newcomer('late'), later(7)),
      accept('x'.repeat(43), newcomer('late')),
    ].map((one) => one.catch((error: unknown) => error)),
  )
  expect(failures).toEqual(failures.map(() => expect.objectContaining({ code: 'not_found' })))
  expect(new Set(failures.map(String)).size).toBe(1)
  expect(await accept(old.secret, newcomer('just-in-time'), new Date(later(7).getTime() - 1))).toBeTruthy()
})

test('a handle that is taken uses nothing up', async () => {
  const { secret } = await invited()
  await expect(accept(secret, newcomer('cindy'))).rejects.toMatchObject({ code: 'conflict' })
  expect(await accept(secret, newcomer('cindy-too'))).toMatchObject({ handle: 'cindy-too' })
})

test('a person with an account comes in as themselves, and no other person comes in for them', async () => {
  const email = 'known@saydo.example'
  await pool().query(
    `insert into people (id, handle, name, email) values ('known', 'known', 'Somebody known', $1), ('other', 'other', 'Another', 'other@saydo.example')`,
    [email],
  )
  const { secret } = await invited(email)
  await expect(accept(secret, newcomer('impostor'))).rejects.toMatchObject({ code: 'conflict' })
  await expect(accept(secret, { personId: 'other' })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await accept(secret, { personId: 'known' })).toMatchObject({ handle: 'known' })
})

test('only people who may add members invite, revoke, or see who is invited', async () => {
  const julie = await personCtx('julie')
  const { invitation } = await invited()
  const input = { group: 'custom-models', email: 'x@saydo.example', role: 'engineer' as const }
  await expect(createInvitation(julie, input)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(revokeInvitation(julie, { invitation: invitation.id })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(listInvitations(julie)).rejects.toMatchObject({ code: 'forbidden' })
})

test('an address is invited once at a time, and a member not at all', async () => {
  const { invitation } = await invited()
  await expect(invited(invitation.email)).rejects.toMatchObject({ facts: { rule: 'invited_already' } })
  await revokeInvitation(await personCtx('mohamed'), { invitation: invitation.id })
  await expect(
    revokeInvitation(await personCtx('mohamed'), { invitation: invitation.id }),
  ).rejects.toMatchObject({
    facts: { rule: 'invitation_revoked' },
  })
  expect(await invited(invitation.email)).toBeTruthy()
  const { rows } = await pool().query(`select email from people where handle = 'julie'`)
  await expect(invited(rows[0].email)).rejects.toThrow('Julie Huang is already in the group')
})

test('neither the table, nor the remembered answers, nor the ledger hold the link; the ledger not even the address', async () => {
  const em = {
    ...(await personCtx('mohamed')),
    attempt: { key: 'k', endpoint: 'invitations.create', bodyHash: 'h' },
  }
  const input = { group: 'custom-models', email: 'quiet@saydo.example', role: 'pm' as const }
  const { secret } = await createInvitation(em, input)
  await expect(createInvitation(em, input), 'a retry cannot show it again').rejects.toThrow('shown once')
  const all = await Promise.all(
    ['invitations', 'idempotency_keys', 'events'].map(async (table) =>
      JSON.stringify((await pool().query(`select * from ${table}`)).rows),
    ),
  )
  expect(all.join('')).not.toContain(secret)
  expect(all[2]).not.toContain(input.email)
})

const invitedToSignIn = async (person: string, email = `${person}@saydo.example`) =>
  createInvitation(await personCtx('mohamed'), { group: 'custom-models', email, person })
const accountOf = async (handle: string) =>
  (
    await pool().query(
      `select p.id, p.name, p.email, array_agg(distinct r.role) as roles, array_agg(distinct a.password) as passwords
        from people p join group_roles r on r.person_id = p.id left join accounts a on a.person_id = p.id
        where p.handle = $1 group by p.id`,
      [handle],
    )
  ).rows[0]

test('a member of the group who has no account gets one by a link, and stays who they are', async () => {
  const before = await accountOf('cindy')
  const { secret, invitation, event } = await invitedToSignIn('cindy')
  expect(invitation).toMatchObject({ person: 'Cindy Halim', role: 'engineer', state: 'waiting' })
  const { rows } = await pool().query('select data::text from events where group_id = 1 and number = $1', [
    event,
  ])
  expect(rows[0]?.data, 'the ledger holds no address').not.toContain('@')
  await expect(accept(secret, newcomer('not-cindy'))).rejects.toMatchObject({ facts: { rule: 'password' } })
  const all = await Promise.allSettled(
    ['hash one', 'hash two', 'hash three'].map((passwordHash) => accept(secret, { passwordHash })),
  )
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await accountOf('cindy')).toEqual({
    ...before,
    email: 'cindy@saydo.example',
    passwords: [expect.stringMatching(/^hash/)],
  })
  expect(
    (await listEvents(await personCtx('mohamed'), { group: 'custom-models', limit: 2 })).items,
  ).toMatchObject([
    { sentence: 'Cindy Halim accepted an invitation to sign in.' },
    { sentence: 'Mohamed Hamda invited Cindy Halim to sign in.' },
  ])
  await expect(invitedToSignIn('cindy', 'again@saydo.example')).rejects.toMatchObject({
    facts: { rule: 'has_account' },
  })
})

test('one link for a person at a time, to an address that no other person has, and none for who is not in the group', async () => {
  await invitedToSignIn('newick')
  await expect(invitedToSignIn('newick', 'other@saydo.example')).rejects.toMatchObject({
    facts: { rule: 'invited_already' },
  })
  await expect(invitedToSignIn('patrick', 'julie@saydo.invalid')).rejects.toMatchObject({ code: 'refused' })
  await expect(invitedToSignIn('nobody')).rejects.toMatchObject({ code: 'not_found' })
  const em = await personCtx('mohamed')
  await expect(
    createInvitation(em, { group: 'custom-models', email: 'no-role@saydo.example' }),
  ).rejects.toMatchObject({ facts: { rule: 'role_missing' } })
})

test('a link for a person who left the group meanwhile opens nothing, and gives no role', async () => {
  const { secret } = await invitedToSignIn('patrick')
  await removePerson(await personCtx('mohamed'), { group: 'custom-models', person: 'patrick' })
  await expect(accept(secret, { passwordHash: 'hash' })).rejects.toMatchObject({ code: 'not_found' })
  expect(await accountOf('patrick')).toBeUndefined()
})

test('the administrator of the installation is not let in by the manager of a group', async () => {
  await pool().query(`update people set admin = true where handle = 'julie'`)
  await expect(invitedToSignIn('julie', 'mine@saydo.example')).rejects.toThrow(
    'Julie Huang runs the installation. Ask an administrator to invite them.',
  )
})

test('a link that lets a person in differently than they came says what to do', async () => {
  const { secret } = await invited()
  await expect(accept(secret, { passwordHash: 'hash' })).rejects.toThrow('Enter your name.')
  const { rows } = await pool().query(`select id from people where handle = 'cindy'`)
  await expect(accept(secret, { personId: rows[0].id })).rejects.toThrow(
    'This invitation is for another e-mail address.',
  )
  await expect(accept(`${secret}x`, newcomer('late'))).rejects.toThrow(
    'This invitation was used, revoked or has expired. Ask the person who invited you for a new one.',
  )
  const manoj = await invitedToSignIn('manoj')
  await expect(accept(manoj.secret, newcomer('not-manoj'))).rejects.toThrow(
    'This invitation is for Manoj M J: choose a password.',
  )
  expect(await accept(secret, newcomer('came-at-last')), 'and none of it uses the link up').toBeTruthy()
})

test('an invitation names a role or a person, at an address of no one else', async () => {
  const em = await personCtx('mohamed')
  const asked = { group: 'custom-models', email: 'role@saydo.example' }
  await expect(createInvitation(em, asked)).rejects.toThrow('Choose a role.')
  await pool().query(
    `insert into people (id, handle, name, email, email_verified, created_at, updated_at)
      values ('elsewhere', 'elsewhere', 'A Person Elsewhere', 'elsewhere@saydo.example', true, now(), now())`,
  )
  await expect(invitedToSignIn('jordan', 'elsewhere@saydo.example')).rejects.toThrow(
    'Another person uses that address.',
  )
})
