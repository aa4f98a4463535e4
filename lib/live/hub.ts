import { now } from '../clock.ts'
import type { Actor } from '../users/model.ts'
import { listen } from './listen.ts'
import { ANYTHING, type Hint, type LiveEvent, readNotice } from './model.ts'

/** One open page. `send` and `end` come from its stream. */
export type Subscriber = {
  actor: Pick<Actor, 'userId' | 'role'>
  sessionId: string
  send: (event: LiveEvent, data: string) => void
  end: () => void
}

/** A page closes its stream while it is not looked at, so these are pages side by side. */
const PER_USER_MAX = 8
const IN_ALL_MAX = 5000
/** For how long a hint is kept for a page that was drawn before it and opens its stream after it. */
const KEPT_MS = 60_000
const KEPT_MAX = 4000

const concerns = ({ to, admins }: Hint, { userId, role }: Subscriber['actor']) =>
  to.includes(userId) || (admins && role === 'ADMIN')

/** The open streams of this process, and the one connection that they share. */
export class Hub {
  readonly #open = new Map<string, Set<Subscriber>>()
  #recent: { at: number; hint: Hint }[] = []
  /** Since when every hint was heard; null while none is. */
  #hearingSince: number | null = null
  #isListening = false
  #isStopping = false
  #count = 0

  /** Takes a page in; the oldest of somebody's too many is ended. False when there is no room or the process is stopping. */
  add(subscriber: Subscriber): boolean {
    if (this.#isStopping || this.#count >= IN_ALL_MAX) return false
    this.#listen()
    const own = this.#open.get(subscriber.actor.userId) ?? new Set()
    this.#open.set(subscriber.actor.userId, own.add(subscriber))
    this.#count += 1
    const [oldest] = own
    if (own.size > PER_USER_MAX && oldest) this.end(oldest, 'too-many')
    return true
  }

  remove(subscriber: Subscriber): void {
    const { userId } = subscriber.actor
    const own = this.#open.get(userId)
    if (!own?.delete(subscriber)) return
    this.#count -= 1
    if (own.size === 0) this.#open.delete(userId)
  }

  end(subscriber: Subscriber, why: 'signed-out' | 'too-many'): void {
    this.remove(subscriber)
    subscriber.send('over', why)
    subscriber.end()
  }

  /** What has happened to somebody since a moment (milliseconds): what it was about, or that nobody knows. */
  since(actor: Subscriber['actor'], at: number): string[] {
    const known = Math.max(this.#hearingSince ?? Number.POSITIVE_INFINITY, now().getTime() - KEPT_MS)
    if (at < known) return [ANYTHING]
    const hints = this.#recent.filter(kept => kept.at >= at && concerns(kept.hint, actor))
    return [...new Set(hints.map(({ hint }) => hint.about))]
  }

  /** Somebody's open pages. */
  pagesOf(userId: string): Subscriber[] {
    return [...(this.#open.get(userId) ?? [])]
  }

  /** Ends every stream, as nothing else would while the process is told to stop; the pages ask again elsewhere or later. */
  stop(): void {
    this.#isStopping = true
    for (const subscriber of this.#all()) {
      this.remove(subscriber)
      subscriber.end()
    }
  }

  #listen(): void {
    if (this.#isListening) return
    this.#isListening = true
    process.once('SIGTERM', () => this.stop())
    void listen({
      onNotice: payload => this.#hear(payload),
      onHearing: () => {
        this.#recent = []
        this.#hearingSince = now().getTime()
        for (const subscriber of this.#all()) subscriber.send('hint', ANYTHING)
      },
    })
  }

  #hear(payload: string): void {
    const notice = readNotice(payload)
    if (!notice) return
    if ('about' in notice) this.#fanOut(notice)
    else
      for (const subscriber of this.#all()) {
        const isMeant =
          'session' in notice
            ? subscriber.sessionId === notice.session
            : subscriber.actor.userId === notice.user
        if (isMeant) this.end(subscriber, 'signed-out')
      }
  }

  #fanOut(hint: Hint): void {
    this.#recent.push({ at: now().getTime(), hint })
    if (this.#recent.length > KEPT_MAX) {
      this.#recent = this.#recent.slice(KEPT_MAX / 2)
      this.#hearingSince = this.#recent[0]?.at ?? null
    }
    const pages = hint.admins
      ? this.#all().filter(({ actor }) => concerns(hint, actor))
      : hint.to.flatMap(userId => this.pagesOf(userId))
    for (const page of new Set(pages)) page.send('hint', hint.about)
  }

  #all(): Subscriber[] {
    return [...this.#open.values()].flatMap(own => [...own])
  }
}

const shared = globalThis as typeof globalThis & { holdfastLive?: Hub }

/** The one hub of this process, however many bundles load this file. */
export function hub(): Hub {
  shared.holdfastLive ??= new Hub()
  return shared.holdfastLive
}
