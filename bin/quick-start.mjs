import module from 'node:module'
import { join } from 'node:path'

/** Makes starts quicker: from a second to half of one, for all that is loaded before the server listens. */
export function quickStart(root) {
  // What was compiled, and stripped of its types, is kept.
  module.enableCompileCache?.(join(root, '.cache', 'compiled'))
  // Drizzle lists each of its files in a package.json of 180 kB, which Node hands round for each file that it loads:
  // 0.5 s in all. Among its own files there is nothing to look up.
  module.registerHooks?.({
    resolve(specifier, context, next) {
      const parent = context.parentURL ?? ''
      const amongItself = parent.includes('/node_modules/drizzle-orm/') && /^\.\.?\/.*\.js$/.test(specifier)
      if (!amongItself || !parent.endsWith('.js')) return next(specifier, context)
      return { url: new URL(specifier, parent).href, format: 'module', shortCircuit: true }
    },
  })
}
