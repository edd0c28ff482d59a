import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { OperatorError } from '#db/embedded/operator-error.ts'
import { tell } from './tell.ts'

export type Child = {
  pid: number
  /** What the awaited line says in its first group. */
  line: string
  stop(): Promise<void>
}

export const root = join(import.meta.dirname, '..', '..')

type Task = {
  args: string[]
  env?: Record<string, string>
  cwd?: string
  /** Whether the person at the bench shall read along what it prints. */
  echo?: boolean
}

const running = new Set<ChildProcess>()

/** Starts a Node program of ours and waits until it prints a line that matches. Throws with its last words if it ends first. */
export async function launch(task: Task, until: RegExp): Promise<Child> {
  const { program, output, hush } = begin(task)
  const found = new Promise<string>((resolve) => {
    program.stdout.on('data', () => {
      const match = until.exec(output())
      if (match) resolve(match[1] ?? '')
    })
  })
  const ended = once(program, 'close').then(() => {
    throw new OperatorError(`${task.args.join(' ')} ended before it was ready:\n${output()}`)
  })
  // Once it is ready, its end is awaited by `stop`.
  ended.catch(() => {})
  const line = await Promise.race([found, ended])
  hush()
  return { pid: program.pid ?? 0, line, stop: () => end(program) }
}

/** Runs a Node program of ours to its end. Throws with its last words when it fails. */
export async function finish(task: Task): Promise<void> {
  const { program, output } = begin(task)
  const [code] = await once(program, 'close')
  if (code !== 0) throw new OperatorError(`${task.args.join(' ')} failed:\n${output()}`)
}

/** Whatever still runs is ours to stop, also when the bench is broken off. */
export async function stopChildren(): Promise<void> {
  await Promise.all([...running].map(end))
}

function begin({ args, env = {}, cwd = root, echo = false }: Task) {
  const program = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(program)
  program.once('close', () => running.delete(program))
  let [output, echoes] = ['', echo]
  program.stdout.on('data', (chunk) => {
    output = (output + String(chunk)).slice(-20_000)
    if (echoes) tell(String(chunk).trimEnd())
  })
  program.stderr.on('data', (chunk) => tell(String(chunk).trimEnd()))
  return { program, output: () => output.trim(), hush: () => (echoes = false) }
}

/** Asks it to stop, and waits until it has; what does not stop in 20 s is killed. */
async function end(program: ChildProcess): Promise<void> {
  if (!running.has(program)) return
  const closed = once(program, 'close')
  program.kill('SIGTERM')
  const patience = setTimeout(() => program.kill('SIGKILL'), 20_000)
  await closed
  clearTimeout(patience)
}
