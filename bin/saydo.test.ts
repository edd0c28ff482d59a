import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { fingerprint } from './sources.ts'
import { command, ROOT } from './testing/command.ts'

/** A checkout with the launcher, the packages of this one and a command of its own. */
let checkout = ''

beforeAll(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'saydo-launcher-'))
  await mkdir(join(checkout, 'bin'))
  for (const name of await readdir(join(ROOT, 'bin')))
    if (name.endsWith('.mjs')) await cp(join(ROOT, 'bin', name), join(checkout, 'bin', name))
  for (const name of ['package.json', 'package-lock.json']) await cp(join(ROOT, name), join(checkout, name))
  await symlink(join(ROOT, 'node_modules'), join(checkout, 'node_modules'))
  await writeFile(
    join(checkout, 'bin/wait.ts'),
    `for (const signal of ['SIGINT', 'SIGTERM'])
      process.once(signal, () => { console.log('stopped by ' + signal); process.exit(7) })
    setInterval(() => {}, 1000)
    console.log('waiting ' + process.argv.slice(2).join(' '))`,
  )
  return () => rm(checkout, { recursive: true, force: true })
})

test('a command that there is not is told with those that there are', async () => {
  for (const name of ['fly', '', '../bin/start', 'start.ts', 'saydo']) {
    const { code, err } = await command(name)
    expect([name, code]).toEqual([name, 1])
    expect(err).toBe(
      `There is no command "${name}"; try npm start, npm test, npm run dev or npm run verify.\n`,
    )
  }
})

test.each(['18.20.4', '20.8.1', '16.0.0'])(
  'Node %s is too old, and is told so before anything is done',
  async (version) => {
    const pretend = join(checkout, `node-${version}.cjs`)
    await writeFile(
      pretend,
      `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`,
    )
    const { code, err, out } = await launch(['--require', pretend], 'wait').ended
    expect(code).toBe(1)
    expect(err).toBe(
      `Saydo needs Node 20.9 or newer to start, and this is ${version}; install a newer Node.\n`,
    )
    expect(out).toBe('')
  },
)

function launch(options: string[], ...args: string[]) {
  const child = spawn(process.execPath, [...options, join(checkout, 'bin/saydo.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_NO_WARNINGS: '1', NODE_OPTIONS: '', npm_lifecycle_event: '' },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const begun = once(child.stdout, 'data').then(([chunk]) => String(chunk))
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]).then(
    ([out, err, [code]]) => ({ out, err, code: typeof code === 'number' ? code : null }),
  )
  return { child, begun, ended }
}

test('with packages that are what the lock file lists a command runs at once, and nothing is installed', async () => {
  const { child, begun, ended } = launch([], 'wait', 'for', 'me')
  expect(await begun).toMatch(/^waiting .*for me\n$/)
  child.kill('SIGTERM')
  const { out } = await ended
  expect(out).not.toContain('Installing')
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s reaches the command, and the launcher ends as it ends',
  async (signal) => {
    // Under another Node than the packaged one the launcher hands over to a process of its own.
    const other = join(checkout, `node-of-${signal}`)
    await cp(process.execPath, other)
    const child = spawn(other, [join(checkout, 'bin/saydo.mjs'), 'wait'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_NO_WARNINGS: '1', NODE_OPTIONS: '', npm_lifecycle_event: '' },
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    let out = ''
    child.stdout.on('data', (chunk) => (out += String(chunk)))
    await expect.poll(() => out, { timeout: 30_000 }).toContain('waiting')
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([7, null])
    expect(out).toContain(`stopped by ${signal}`)
  },
)

test('the pages are built anew for what they are made of, and for nothing else', async () => {
  const root = await mkdtemp(join(tmpdir(), 'saydo-sources-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  for (const folder of ['app', 'lib', 'bin', 'e2e', '.data']) await mkdir(join(root, folder))
  const write = (path: string, content: string) => writeFile(join(root, path), content)
  await write('package-lock.json', '{}')
  await write('app/page.tsx', 'one')
  const first = await fingerprint(root)
  for (const path of [
    'app/page.test.tsx',
    'bin/start.ts',
    'e2e/one.spec.ts',
    '.data/x',
    'README.md',
    'tsconfig.json',
  ])
    await write(path, 'two')
  expect(await fingerprint(root), 'the second start builds nothing').toBe(first)
  const seen = new Set([first])
  for (const [path, content] of [
    ['app/page.tsx', 'two'],
    ['lib/more.ts', 'one'],
    ['package-lock.json', '{ }'],
    ['next.config.ts', 'one'],
  ] as const) {
    await write(path, content)
    seen.add(await fingerprint(root))
  }
  expect(seen.size).toBe(5)
  await rm(join(root, 'lib/more.ts'))
  await stat(join(root, 'lib'))
  expect(seen.has(await fingerprint(root)), 'what is taken away counts too').toBe(false)
})
