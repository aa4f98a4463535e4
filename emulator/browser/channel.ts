/** One message between a page and an element's frame. `channel` ties both to one mounted element. */
interface ChannelMessage {
  channel: string
  name: string
  id?: number
  payload?: unknown
}

type Listener = (payload: unknown) => void
type Answerer = (payload: unknown) => Promise<unknown>

interface Ends {
  channel: string
  /** The only window that is listened to and written to. */
  peer: () => Window | null
  /** The only origin that window may have. */
  peerOrigin: string
}

function isChannelMessage(data: unknown): data is ChannelMessage {
  return typeof data === 'object' && data !== null && 'channel' in data && 'name' in data
}

/** A pair of windows talking by postMessage; anything from another window, origin or channel is ignored. */
export class Channel {
  readonly #ends: Ends
  readonly #listeners = new Map<string, Listener>()
  readonly #answerers = new Map<string, Answerer>()
  readonly #waiting = new Map<number, Listener>()
  #lastId = 0

  constructor(ends: Ends) {
    this.#ends = ends
    window.addEventListener('message', this.#receive)
  }

  on(name: string, listener: Listener): void {
    this.#listeners.set(name, listener)
  }

  answer(name: string, answerer: Answerer): void {
    this.#answerers.set(name, answerer)
  }

  send(name: string, payload?: unknown, id?: number): void {
    const message: ChannelMessage = { channel: this.#ends.channel, name, payload, id }
    this.#ends.peer()?.postMessage(message, this.#ends.peerOrigin)
  }

  /** Asks the other side and waits for its answer. */
  ask(name: string, payload?: unknown): Promise<unknown> {
    this.#lastId += 1
    const id = this.#lastId
    return new Promise(resolve => {
      this.#waiting.set(id, resolve)
      this.send(name, payload, id)
    })
  }

  close(): void {
    window.removeEventListener('message', this.#receive)
    this.#waiting.clear()
  }

  readonly #receive = (event: MessageEvent): void => {
    if (event.origin !== this.#ends.peerOrigin || event.source !== this.#ends.peer()) return
    const message: unknown = event.data
    if (!isChannelMessage(message) || message.channel !== this.#ends.channel) return
    if (message.name === 'reply' && message.id !== undefined) {
      this.#waiting.get(message.id)?.(message.payload)
      this.#waiting.delete(message.id)
      return
    }
    const answerer = this.#answerers.get(message.name)
    if (answerer) void answerer(message.payload).then(payload => this.send('reply', payload, message.id))
    else this.#listeners.get(message.name)?.(message.payload)
  }
}
