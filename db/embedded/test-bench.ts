import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { onTestFinished, vi } from 'vitest'
import { startEmbedded, type Embedded } from './embedded.ts'
import { pause } from './pause.ts'

// Making a database takes a second, and three on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

/** A data folder that does not exist yet; what is above it goes away with the test. */
export async function freshFolder(...below: string[]): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'saydo-test-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  // Under root the database belongs to another user, who has to pass through.
  await chmod(path, 0o711)
  return join(path, ...below, 'data')
}

/** The database of a folder, stopped at the end of the test, and what it had to say. */
export async function started(dataDir: string): Promise<Embedded & { logged: string[] }> {
  const logged: string[] = []
  const embedded = await startEmbedded({ dataDir, log: (line) => logged.push(line) })
  onTestFinished(() => embedded.stop())
  return { ...embedded, logged }
}

/** A process of its own that starts the database of a folder; see starter.ts. */
export async function startedByAnother(dataDir: string, writing = '') {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'starter.ts'), dataDir, writing], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: { how?: string; url?: string; n?: number; broken?: boolean }[] = []
  createInterface(child.stdout).on('line', (line) => lines.push(JSON.parse(line)))
  await until(async () => lines.length > 0 || child.exitCode !== null)
  const kill = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const stop = async () => {
    child.stdin.end()
    await once(child, 'exit')
  }
  return { how: lines[0]?.how, url: lines[0]?.url ?? '', lines, kill, stop }
}

export async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new Client(url)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

/** The number of the server's first process, as it wrote it down; null when it was stopped properly. */
export async function postmasterPid(dataDir: string): Promise<number | null> {
  const home = await homeOf(dataDir)
  const note = await readFile(join(home, 'cluster', 'postmaster.pid'), 'utf8').catch(() => '')
  return note === '' ? null : Number(note.split('\n')[0])
}

export async function homeOf(dataDir: string): Promise<string> {
  const place = await realpath(dataDir)
  const pointed = await readFile(join(place, 'postgres-is-at'), 'utf8').catch(() => '')
  return pointed.trim() || join(place, 'postgres')
}

export async function killDatabase(dataDir: string): Promise<void> {
  const pid = await postmasterPid(dataDir)
  if (pid) process.kill(pid, 'SIGKILL')
}

/** Looks again and again until it is so; fails the test after 20 s. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 1_000; turn++) {
    if (await isSo()) return
    await pause(20)
  }
  throw new Error('It did not happen within 20 s.')
}
