import type { GoneBecause } from '#lib/contract/live.ts'
import { Failure } from '#lib/kit/failure.ts'
import { contextOfSecret, type RequestContext } from '../context.ts'

/** Access is asked about again this often, should a notification ever be lost. */
const ACCESS_MS = 60_000

/**
 * Whether somebody may still read a group's stream, and as whom. Known until it is doubted: by a notification, by
 * the moment at which their session or token runs out, or because nobody asked for long; `onDoubt` says so.
 */
export class Access {
  readonly #secret: string | null
  readonly #group: string
  readonly #onDoubt: () => void
  #context: RequestContext
  #doubted = false
  #timer: NodeJS.Timeout | undefined

  constructor(context: RequestContext, secret: string | null, onDoubt: () => void) {
    this.#secret = secret
    this.#group = context.ctx().group.slug
    this.#onDoubt = onDoubt
    this.#context = context
    this.#wait()
  }

  doubt(): void {
    this.#doubted = true
    this.#onDoubt()
  }

  forget(): void {
    clearTimeout(this.#timer)
  }

  /** Why they have lost their access, if they have. Throws while the database is away, which takes nobody's access. */
  async ask(): Promise<RequestContext | GoneBecause> {
    if (!this.#doubted) return this.#context
    this.#doubted = false
    try {
      const context = await contextOfSecret(this.#secret, this.#group)
      if (!context.who.group) return 'no access'
      this.#context = context
      this.#wait()
      return context
    } catch (error) {
      if (error instanceof Failure && error.code === 'signed_out') return 'signed out'
      this.#doubted = true
      this.#wait()
      throw error
    }
  }

  #wait(): void {
    clearTimeout(this.#timer)
    const left = this.#context.who.until.getTime() - Date.now()
    this.#timer = setTimeout(() => this.doubt(), Math.max(1, Math.min(left, ACCESS_MS)))
  }
}
