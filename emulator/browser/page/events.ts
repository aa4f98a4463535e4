type Handler = (event: unknown) => void

/** `on`, `once` and `off` of an element. */
export class Handlers {
  readonly #byType = new Map<string, Set<Handler>>()
  readonly #onceOf = new WeakMap<Handler, Handler>()

  on(type: string, handler: Handler): void {
    const known = this.#byType.get(type)
    if (known) known.add(handler)
    else this.#byType.set(type, new Set([handler]))
  }

  once(type: string, handler: Handler): void {
    const single = (event: unknown) => {
      this.off(type, handler)
      handler(event)
    }
    this.#onceOf.set(handler, single)
    this.on(type, single)
  }

  /** Without a handler, takes all of that type away, as Stripe.js does. */
  off(type: string, handler?: Handler): void {
    const known = this.#byType.get(type)
    if (!handler) known?.clear()
    else {
      known?.delete(handler)
      known?.delete(this.#onceOf.get(handler) ?? handler)
    }
  }

  emit(type: string, event: unknown): void {
    for (const handler of [...(this.#byType.get(type) ?? [])]) handler(event)
  }
}
