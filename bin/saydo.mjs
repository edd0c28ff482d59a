/**
 * saydo <command> [arguments]: from a bare clone to a running command, with whatever Node 20.9 or newer is at hand.
 * Installs the packages when they are missing or out of date, then runs bin/<command>.ts under the Node that came with
 * them. Plain JavaScript without packages, since it has to work before there are any.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installPackages, packagesAreCurrent } from './packages.mjs'
import { quickStart } from './quick-start.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const ownVersion = process.versions.node.split('.').map(Number)
const packagedNode = join(root, 'node_modules', '.bin', 'node')

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

const [command = '', ...rest] = process.argv.slice(2)
const script = [`${command.replace(':', '-')}.ts`, join(command, 'main.ts')]
  .map((name) => join(root, 'bin', name))
  .find((path) => /^[a-z][a-z:-]*$/.test(command) && existsSync(path))

if (ownVersion[0] < 20 || (ownVersion[0] === 20 && ownVersion[1] < 9)) {
  fail(`Saydo needs Node 20.9 or newer to start, and this is ${process.versions.node}; install a newer Node.`)
}
if (!script) fail(`There is no command "${command}"; try npm start, npm test, npm run dev or npm run verify.`)

process.chdir(root)
if (process.env.npm_lifecycle_event) stopWithNpm()
const current = process.env.SAYDO_PREPARED === '1' || packagesAreCurrent(root)
delete process.env.SAYDO_PREPARED
if (!current) await installPackages(root).catch((error) => fail(error.message))

const packaged = existsSync(packagedNode)
if (packaged && (!current || realpathSync(packagedNode) !== realpathSync(process.execPath))) {
  await handOver()
} else if (ownVersion[0] >= 24) {
  quickStart(root)
  await import(script)
} else {
  fail(`No Node 24 is packaged for ${process.platform}-${process.arch}; install Node 24 and start again.`)
}

/** Runs the same command under the packaged Node, and ends as it ends. */
async function handOver() {
  const child = spawn(packagedNode, [...process.execArgv, fileURLToPath(import.meta.url), command, ...rest], {
    stdio: 'inherit',
    env: { ...process.env, SAYDO_PREPARED: '1' },
  })
  // A closed terminal is passed on only from one who sits at it, so that nohup means what it says.
  const signals = ['SIGINT', 'SIGTERM', 'SIGQUIT', ...(process.stdin.isTTY ? ['SIGHUP'] : [])]
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  child.once('error', (error) =>
    fail(`The packaged Node 24 does not run here (${error.message}); install Node 24.`),
  )
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

/**
 * Whoever stops npm means us. But npm tells only the shell between us, which dies of it in silence, and a killed npm
 * tells nobody: so we look whether the two are still there, and count their end as a wish that we stop.
 */
function stopWithNpm() {
  const atFirst = whoRunsUs()
  const watch = setInterval(() => {
    if (whoRunsUs() === atFirst) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}

/** Our parent, and the parent of that if it is npm's shell. Linux tells; elsewhere the parent has to do. */
function whoRunsUs() {
  const parent = process.ppid
  try {
    const status = readFileSync(`/proc/${parent}/status`, 'utf8')
    const isShell = /^Name:\s+(sh|dash|ash|bash|busybox)$/m.test(status)
    return isShell ? `${parent} ${/^PPid:\s+(\d+)$/m.exec(status)?.[1]}` : `${parent}`
  } catch {
    return `${parent}`
  }
}
