import { verify } from './checks.ts'

await verify()
