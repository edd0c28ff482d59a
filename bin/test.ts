import { verify } from './checks.ts'

// From a bare clone: by now the launcher has installed the packages, and the browser tests fetch their browser.
await verify()
