import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { listModels } from '#lib/contract/models.ts'

export type Register = OutputOf<typeof listModels>
export type Person = { handle: string; name: string }
/** What is asked about a model; of an answer, to which question. */
export type Asked = { model: number; what: 'edit' | 'waive' | 'remove' | { question: number } }
