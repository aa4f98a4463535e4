import type { Json } from './recording.ts'

const ID = /^(?:[a-z]{2,12}_){1,2}[A-Za-z0-9]{8,}(?:_secret_\w+)?$/

/** Whether a text looks like an id that Stripe gave, and not like a name such as `pm_card_visa`. */
export const isId = (text: string): boolean =>
  ID.test(text) && /[0-9A-Z]/.test(text) && !text.includes('_card_')

/** What was called how when it was recorded, and is called here. Learnt by holding answers beside each other. */
export class IdMap {
  #own = new Map<string, string>()

  /** Our id for a recorded one, or null. */
  get(recorded: string): string | null {
    return this.#own.get(recorded) ?? null
  }

  set(recorded: string, own: string): void {
    if (!this.#own.has(recorded)) this.#own.set(recorded, own)
  }

  /** Learns from a recorded answer and ours, wherever both have an id in the same place. */
  learn(recorded: Json | undefined, own: Json | undefined): void {
    if (typeof recorded === 'string' && typeof own === 'string') {
      if (isId(recorded) && isId(own)) this.set(recorded, own)
    } else if (Array.isArray(recorded) && Array.isArray(own)) {
      for (const [index, one] of recorded.entries()) this.learn(one, own[index])
    } else if (typeof recorded === 'object' && typeof own === 'object' && recorded && own) {
      if (Array.isArray(recorded) || Array.isArray(own)) return
      for (const [name, one] of Object.entries(recorded)) this.learn(one, own[name])
    }
  }
}
