import { runApplication } from './application.ts'

await runApplication({ dev: true })
