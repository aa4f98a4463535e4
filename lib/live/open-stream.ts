import { isSessionOpen } from '../users/read-session.ts'
import { hub, type Subscriber } from './hub.ts'
import type { LiveEvent } from './model.ts'
import { countUnread } from './queries.ts'

/** Often enough for proxies, which close what is silent for a minute. */
const BEAT_MS = 20_000
/** A session may also end by age or by being left alone, of which nobody tells. */
const SESSION_CHECK_MS = 60_000
/** What a browser may leave unread before its stream is ended: it is gone, or asleep. */
const UNREAD_CHUNKS_MAX = 256
/** The rows of one change come one after another. */
const TOGETHER_MS = 20

type Who = Pick<Subscriber, 'actor' | 'sessionId'>

const text = new TextEncoder()

/** One event of the stream, by https://html.spec.whatwg.org/multipage/server-sent-events.html; its id says when. */
function frame(event: LiveEvent, data: string): Uint8Array {
  return text.encode(`id: ${Date.now()}\nevent: ${event}\ndata: ${data}\n\n`)
}

/** What one page is told, and the timers that go with it. */
class Stream implements Subscriber {
  readonly actor: Subscriber['actor']
  readonly sessionId: string
  readonly #controller: ReadableStreamDefaultController<Uint8Array>
  readonly #timers: NodeJS.Timeout[] = []
  #counting: NodeJS.Timeout | undefined
  #isOpen = true

  constructor({ actor, sessionId }: Who, controller: ReadableStreamDefaultController<Uint8Array>) {
    this.actor = actor
    this.sessionId = sessionId
    this.#controller = controller
    this.#write(text.encode('retry: 2000\n\n'))
    this.#timers.push(
      setInterval(() => this.#write(text.encode(': beat\n\n')), BEAT_MS),
      setInterval(() => void this.#checkSession(), SESSION_CHECK_MS),
    )
  }

  send(event: LiveEvent, data: string): void {
    this.#write(frame(event, data))
    if (event === 'hint' && data === 'notifications') this.#countSoon()
  }

  end(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    for (const timer of [...this.#timers, this.#counting]) clearInterval(timer)
    hub().remove(this)
    try {
      this.#controller.close()
    } catch {
      // The browser was quicker.
    }
  }

  #write(chunk: Uint8Array): void {
    if (!this.#isOpen) return
    if ((this.#controller.desiredSize ?? 0) < -UNREAD_CHUNKS_MAX) this.end()
    else this.#controller.enqueue(chunk)
  }

  #countSoon(): void {
    this.#counting ??= setTimeout(async () => {
      this.#counting = undefined
      const unread = await countUnread(this.actor.userId).catch(() => null)
      if (unread !== null) this.send('unread', String(unread))
    }, TOGETHER_MS)
  }

  async #checkSession(): Promise<void> {
    // A database that is away is no reason: everybody would be sent to sign in.
    const isOpen = await isSessionOpen(this.sessionId).catch(() => true)
    if (!isOpen) hub().end(this, 'signed-out')
  }
}

/**
 * The stream of hints for one page of somebody signed in, from `since` on (milliseconds, when the page was drawn). Null when there
 * is no room for it. A hint says that something the person may see has changed and names an order at most; what it is now, the page
 * asks as it asked before.
 */
export function openStream(who: Who, since: number): ReadableStream<Uint8Array> | null {
  let stream: Stream | undefined
  let hasRoom = false
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      stream = new Stream(who, controller)
      hasRoom = hub().add(stream)
      if (!hasRoom) stream.end()
      else for (const about of hub().since(who.actor, since)) stream.send('hint', about)
    },
    cancel: () => stream?.end(),
  })
  return hasRoom ? body : null
}
