import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Waits until nobody else does this kind of work in this checkout. A file that names our process says whose turn it
 * is; one of a process that is gone does not count.
 */
export async function takeTurn(root, work) {
  const file = join(root, '.cache', work)
  const draft = `${file}.${process.pid}`
  try {
    mkdirSync(join(root, '.cache'), { recursive: true })
    writeFileSync(draft, identityOf(process.pid))
    while (!appeared(draft, file)) {
      const holder = holderOf(file)
      if (holder === '' || holder !== identityOf(parseInt(holder))) rmSync(file, { force: true })
      else await new Promise((resolve) => setTimeout(resolve, 200))
    }
  } catch (error) {
    throw new Error(`The folder ${root} cannot be written to (${error.code}); make it writable.`, {
      cause: error,
    })
  } finally {
    rmSync(draft, { force: true })
  }
  return () => rmSync(file, { force: true })
}

/** A link appears whole and at once, or not at all. */
function appeared(draft, file) {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** What the file says; nothing when it has just gone. */
function holderOf(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/**
 * A process that is alive: its number and, where the system tells, when it began, since numbers are used again, soon
 * and often in a container. Nothing for one that is gone, or dead and not yet collected.
 */
function identityOf(pid) {
  try {
    if (process.platform !== 'linux') return pid > 0 && process.kill(pid, 0) ? `${pid}` : ''
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' ? '' : `${pid} ${rest[18]}`
  } catch (error) {
    return error.code === 'EPERM' ? `${pid}` : ''
  }
}
