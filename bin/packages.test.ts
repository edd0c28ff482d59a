import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { packagesAreCurrent } from './packages.mjs'
import { takeTurn } from './turn.mjs'

type Packages = Record<string, object>

async function checkout(wanted: Packages, present: Packages | null): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'saydo-packages-'))
  onTestFinished(() => rm(root, { recursive: true }))
  await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }))
  await mkdir(join(root, 'node_modules'))
  if (present) {
    await writeFile(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: present }))
  }
  return root
}

const next = { version: '16.4.6' }
const ours = { version: '24.21.0', optional: true, os: process.platform, cpu: process.arch }
const theirs = { version: '24.21.0', optional: true, os: 'plan9', cpu: 'pdp11' }
const asked = { optionalDependencies: { 'node-ours': '24.21.0', 'node-theirs': '24.21.0' } }

test('a bare clone has no packages, nor has one whose installation was cut short', async () => {
  expect(packagesAreCurrent(await checkout({ 'node_modules/next': next }, null))).toBe(false)
})

test('packages of the listed versions are current, others are not', async () => {
  const wanted = { '': {}, 'node_modules/next': next }
  expect(packagesAreCurrent(await checkout(wanted, { 'node_modules/next': next }))).toBe(true)
  expect(packagesAreCurrent(await checkout(wanted, { 'node_modules/next': { version: '16.4.5' } }))).toBe(
    false,
  )
})

test('a node_modules that was copied from another kind of machine is not current', async () => {
  const wanted = { '': asked, 'node_modules/node-ours': ours, 'node_modules/node-theirs': theirs }
  expect(packagesAreCurrent(await checkout(wanted, { 'node_modules/node-ours': ours }))).toBe(true)
  expect(packagesAreCurrent(await checkout(wanted, { 'node_modules/node-theirs': theirs }))).toBe(false)
})

test('of two who want the same work, the second waits; one who died is not waited for', async () => {
  const root = await checkout({}, {})
  const order: string[] = []
  const done = await takeTurn(root, 'working')
  const second = takeTurn(root, 'working').then((done) => {
    order.push('second')
    done()
  })
  order.push('first')
  done()
  await second
  expect(order).toEqual(['first', 'second'])

  await writeFile(join(root, '.cache', 'working'), `${process.pid} 1`)
  const afterDeath = await takeTurn(root, 'working')
  afterDeath()
  expect(await readdir(join(root, '.cache'))).toEqual([])
})
