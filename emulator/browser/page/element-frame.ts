import { Channel } from '../channel.ts'
import { onThemeChange, surfaceBehind } from './surface.ts'

const TITLES: Record<string, string> = {
  payment: 'Secure payment input frame',
  card: 'Secure card payment input frame',
  cardNumber: 'Secure card number input frame',
  cardExpiry: 'Secure expiration date input frame',
  cardCvc: 'Secure CVC input frame',
  address: 'Secure address input frame',
  linkAuthentication: 'Secure email input frame',
}

const LOAD_LIMIT_MS = 15_000
const SILENCE_LIMIT_MS = 3_000

interface FrameCallbacks {
  /** What the frame is told when it is there and when the look of the page changes. */
  options: () => Record<string, unknown>
  event: (name: string, payload: unknown) => void
}

let framesMade = 0

/** An element's frame in the page: made when the element is mounted, gone when it is unmounted. */
export class ElementFrame {
  readonly channel: Channel
  readonly #iframe = document.createElement('iframe')
  readonly #callbacks: FrameCallbacks
  readonly #stopWatching: () => void
  #loadTimer = 0
  #isAlive = false

  constructor(origin: string, element: string, node: Element, callbacks: FrameCallbacks) {
    this.#callbacks = callbacks
    const channelId = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`
    const iframe = this.#iframe
    framesMade += 1
    iframe.name = `__privateStripeFrame${framesMade}`
    iframe.title = TITLES[element] ?? 'Secure input frame'
    iframe.allow = 'payment *'
    // The frame has four pixels of room for focus rings, so that its fields line up with the page's own.
    iframe.style.cssText =
      'display:block;height:1px;border:0;margin:-4px;width:calc(100% + 8px);max-width:none'
    this.channel = new Channel({
      channel: channelId,
      peer: () => iframe.contentWindow,
      peerOrigin: origin,
    })
    this.channel.on('hello', () => {
      this.#isAlive = true
      clearTimeout(this.#loadTimer)
      this.update()
    })
    // An error page of the browser also counts as loaded, but says nothing.
    iframe.addEventListener('load', () => {
      if (!this.#isAlive) this.#limitWait(SILENCE_LIMIT_MS)
    })
    this.channel.on('resize', payload => {
      iframe.style.height = `${(payload as { height: number }).height}px`
    })
    for (const name of ['ready', 'change', 'focus', 'blur', 'escape', 'enter']) {
      this.channel.on(name, payload => callbacks.event(name, payload))
    }
    this.#limitWait(LOAD_LIMIT_MS)
    this.#stopWatching = onThemeChange(() => this.update())
    const query = new URLSearchParams({ channel: channelId, parent: location.origin })
    iframe.src = `${origin}/elements/${element}?${query}`
    node.append(iframe)
  }

  #limitWait(milliseconds: number): void {
    clearTimeout(this.#loadTimer)
    this.#loadTimer = window.setTimeout(() => this.#callbacks.event('loaderror', undefined), milliseconds)
  }

  /** Tells the frame its options anew. */
  update(): void {
    const options = this.#callbacks.options()
    const { theme } = (options.appearance ?? {}) as { theme?: string }
    // A frame whose colour scheme differs from its document's is painted opaque by the browser.
    this.#iframe.style.colorScheme = theme === 'night' ? 'dark' : 'light'
    // JSON drops what cannot be posted (functions) and what was set to undefined.
    const plain: unknown = JSON.parse(JSON.stringify(options))
    const surface = this.#iframe.parentElement ? surfaceBehind(this.#iframe.parentElement) : undefined
    this.channel.send('options', { ...(plain as object), surface })
  }

  focus(): void {
    this.#iframe.focus()
    this.channel.send('focus')
  }

  /** The form around the element, for the Enter key. */
  get form(): HTMLFormElement | null {
    return this.#iframe.closest('form')
  }

  close(): void {
    clearTimeout(this.#loadTimer)
    this.#stopWatching()
    this.channel.close()
    this.#iframe.remove()
  }
}
