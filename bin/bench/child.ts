import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Trouble } from '#db/embedded/trouble.ts'
import { tell } from './tell.ts'

export type Child = {
  pid: number
  /** What the awaited line says in its first group. */
  said: string
  stop(): Promise<void>
}

export const root = join(import.meta.dirname, '..', '..')

type Task = { args: string[]; env?: Record<string, string>; cwd?: string }

const children = new Set<Child>()

/** Starts a Node program of ours and waits until it prints a line that matches. Throws with its last words if it ends first. */
export async function launch(task: Task, until: RegExp): Promise<Child> {
  const program = begin(task)
  let output = ''
  const found = new Promise<string>((resolve) => {
    program.stdout.on('data', (chunk) => {
      output = (output + String(chunk)).slice(-20_000)
      const match = until.exec(output)
      if (match) resolve(match[1] ?? '')
    })
  })
  const ended = once(program, 'close').then(() => {
    throw new Trouble(`${task.args.join(' ')} ended before it was ready:\n${output.trim()}`)
  })
  // Once it is ready, its end is awaited by `stop`.
  ended.catch(() => {})
  const said = await Promise.race([found, ended])
  const child: Child = { pid: program.pid ?? 0, said, stop: () => end(program, child) }
  children.add(child)
  return child
}

/** Runs a Node program of ours to its end. Throws with its last words when it fails. */
export async function finish(task: Task): Promise<void> {
  const program = begin(task)
  let output = ''
  program.stdout.on('data', (chunk) => (output = (output + String(chunk)).slice(-20_000)))
  const [code] = await once(program, 'close')
  if (code !== 0) throw new Trouble(`${task.args.join(' ')} failed:\n${output.trim()}`)
}

/** Whatever still runs is ours to stop, also when the bench is broken off. */
export async function stopChildren(): Promise<void> {
  await Promise.all([...children].map((child) => child.stop()))
}

function begin({ args, env = {}, cwd = root }: Task) {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stderr.on('data', (chunk) => tell(String(chunk).trimEnd()))
  return child
}

async function end(program: ReturnType<typeof begin>, child: Child): Promise<void> {
  if (!children.delete(child) || program.exitCode !== null || program.signalCode !== null) return
  const closed = once(program, 'close')
  program.kill('SIGTERM')
  const patience = setTimeout(() => program.kill('SIGKILL'), 20_000)
  await closed
  clearTimeout(patience)
}
