/** Holds values up to a weight that they have together; what was asked for the longest ago goes first. */
export class Bounded<V> {
  readonly most: number
  #weight = 0
  readonly #kept = new Map<string, { value: V; weight: number }>()

  constructor(most: number) {
    this.most = most
  }

  /** What all have together. */
  get weight(): number {
    return this.#weight
  }

  get(key: string): V | undefined {
    const found = this.#kept.get(key)
    if (!found) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, found)
    return found.value
  }

  /** One that is heavier than all may be together is not held. */
  set(key: string, value: V, weight: number): void {
    this.delete(key)
    if (weight > this.most) return
    this.#kept.set(key, { value, weight })
    this.#weight += weight
    for (const oldest of this.#kept.keys()) {
      if (this.#weight <= this.most) return
      this.delete(oldest)
    }
  }

  delete(key: string): void {
    const found = this.#kept.get(key)
    if (!found) return
    this.#kept.delete(key)
    this.#weight -= found.weight
  }

  /** Those that are held; looking through them asks for none. */
  *values(): Iterable<V> {
    for (const { value } of this.#kept.values()) yield value
  }
}
