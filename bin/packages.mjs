import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { takeTurn } from './turn.mjs'

/**
 * Whether node_modules is what package-lock.json says. npm leaves its own account of what it installed when it is
 * done; a copy that was made for another platform lacks this platform's packages.
 */
export function packagesAreCurrent(root) {
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const present = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !present) return wanted === null && present !== null
  return Object.entries(wanted).every(([path, { version, optional, os, cpu }]) => {
    if (path === '' || (optional && !isForThisPlatform(wanted, path, os, cpu))) return true
    return present[path]?.version === version
  })
}

/** Of the optional packages only those that we ask for ourselves matter: Node and PostgreSQL for this platform. */
function isForThisPlatform(wanted, path, os, cpu) {
  const asked = wanted['']?.optionalDependencies ?? {}
  const name = path.replace('node_modules/', '')
  return name in asked && [os].flat().includes(process.platform) && [cpu].flat().includes(process.arch)
}

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? null
  } catch {
    return null
  }
}

/** Installs exactly what package-lock.json lists. Two starters at once: the second waits, and finds it done. */
export async function installPackages(root) {
  const release = await takeTurn(root, 'installing')
  try {
    if (packagesAreCurrent(root)) return
    console.log('Installing packages, once …')
    const began = performance.now()
    const seconds = () => `${Math.round((performance.now() - began) / 1000)} s`
    const patience = setInterval(() => console.log(`  still installing (${seconds()})`), 10_000)
    try {
      await npmInstall(root)
    } finally {
      clearInterval(patience)
    }
    console.log(`✓ packages installed (${seconds()})`)
  } finally {
    release()
  }
}

/**
 * `npm install` keeps to package-lock.json as `npm ci` does, and `--no-save` keeps its hands off it. `npm ci` itself
 * refuses to work where a registry lacks the packages of other platforms, which nobody here would install.
 */
function npmInstall(root) {
  const wanted = ['install', '--no-save', '--include=dev', '--include=optional', '--prefer-offline']
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const own = process.env.npm_execpath?.endsWith('npm-cli.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm']
  const [program, ...args] = [...own, ...wanted, ...quiet]
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal))
  child.stdout.resume()
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`npm could not be run (${error.message}); install npm.`)))
    child.once('exit', (code, signal) => {
      if (code === 0) resolve()
      const what = `The packages could not be installed (npm ended with ${code ?? signal})`
      reject(new Error(`${what}; check the network and the disk, then start again.`))
    })
  })
}
