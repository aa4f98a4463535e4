import type { StripeJsError } from '../api.ts'
import { ElementFrame } from './element-frame.ts'
import { Handlers } from './events.ts'
import { integrationError } from './integration-error.ts'

/** What an element needs of the group that made it. */
interface ElementHost {
  origin: string
  /** The options that go to the frame, before the element's own. */
  options: () => Record<string, unknown>
  /** Resolves to what keeps the element from loading, or null. */
  loadProblem: () => Promise<StripeJsError | null>
  destroyed: (element: StripeElement) => void
}

const NO_ANSWER: StripeJsError = {
  type: 'api_connection_error',
  message: 'The element could not be loaded. Please check your internet connection and try again.',
}

/** Wallets and the like have nothing to show here: they are ready at once, without a frame. */
const FRAMELESS = ['expressCheckout']

/** An element of `elements.create(...)`: what a page mounts, listens to and destroys. */
export class StripeElement {
  /** @internal The type given to `create`. */
  readonly _componentName: string
  readonly #host: ElementHost
  readonly #handlers = new Handlers()
  #options: Record<string, unknown>
  #frame: ElementFrame | null = null
  #node: Element | null = null
  #destroyed = false
  /** The newest `change` of the frame; an address or e-mail is read from it when the page confirms. */
  lastChange: Record<string, unknown> | null = null

  constructor(type: string, options: Record<string, unknown>, host: ElementHost) {
    this._componentName = type
    this.#options = options
    this.#host = host
  }

  mount(where: string | Element): void {
    if (this.#destroyed)
      throw integrationError('This Element has already been destroyed. Please create a new one.')
    const node = typeof where === 'string' ? document.querySelector(where) : where
    if (!node)
      throw integrationError(`The selector you specified (${String(where)}) applies to no DOM elements.`)
    if (this.#node === node) return
    this.unmount()
    this.#node = node
    node.replaceChildren()
    node.classList.add('StripeElement', 'StripeElement--empty')
    // Handlers are attached after mounting (React does it in an effect), so nothing is told in this turn.
    queueMicrotask(() => this.#emit('loaderstart'))
    if (FRAMELESS.includes(this._componentName)) {
      setTimeout(() => this.#emit('ready', { availablePaymentMethods: undefined }), 0)
      return
    }
    this.#frame = new ElementFrame(this.#host.origin, this._componentName, node, {
      options: () => ({ ...this.#host.options(), ...this.#frameOptions() }),
      event: (name, payload) => this.#fromFrame(name, payload),
    })
  }

  unmount(): void {
    this.#frame?.close()
    this.#frame = null
    this.#node?.replaceChildren()
    this.#node?.classList.remove('StripeElement', 'StripeElement--empty', 'StripeElement--complete')
    this.#node = null
  }

  destroy(): void {
    if (this.#destroyed) throw integrationError('This Element has already been destroyed.')
    this.unmount()
    this.#destroyed = true
    this.#host.destroyed(this)
  }

  on(type: string, handler: (event: unknown) => void): this {
    this.#handlers.on(type, handler)
    return this
  }

  once(type: string, handler: (event: unknown) => void): this {
    this.#handlers.once(type, handler)
    return this
  }

  off(type: string, handler?: (event: unknown) => void): this {
    this.#handlers.off(type, handler)
    return this
  }

  update(options: Record<string, unknown>): this {
    this.#options = { ...this.#options, ...options }
    this.#frame?.update()
    return this
  }

  /** The group's own options changed. */
  refresh(): void {
    this.#frame?.update()
  }

  focus(): void {
    this.#frame?.focus()
  }

  blur(): void {
    this.#frame?.channel.send('blur')
  }

  clear(): void {
    this.#frame?.channel.send('clear')
  }

  collapse(): void {}

  /** The Address Element's value, validated. */
  getValue(): Promise<unknown> {
    return this.ask('getValue')
  }

  get mounted(): boolean {
    return this.#frame !== null
  }

  /** @throws IntegrationError when there is no frame to ask. */
  requireMounted(): void {
    if (this.#frame) return
    throw integrationError(
      'We could not retrieve data from the specified Element. Please make sure the Element you are attempting to use is still mounted.',
    )
  }

  /** Asks the frame. Rejects with an IntegrationError when the element is not mounted. */
  async ask(name: string, payload?: unknown): Promise<unknown> {
    this.requireMounted()
    return this.#frame?.channel.ask(name, payload)
  }

  #frameOptions(): Record<string, unknown> {
    const { fields, value, mode, ...rest } = this.#options
    const own = rest as Record<string, unknown>
    if (this._componentName === 'address') return { ...own, addressMode: mode, addressFields: fields }
    const given = value as { postalCode?: string } | undefined
    if (given?.postalCode) own.defaultValues = { address: { postal_code: given.postalCode } }
    return fields === undefined ? own : { ...own, fields }
  }

  #fromFrame(name: string, payload: unknown): void {
    if (name === 'enter') this.#frame?.form?.requestSubmit()
    else if (name === 'ready') void this.#loaded()
    else if (name === 'loaderror') this.#emit('loaderror', { error: NO_ANSWER })
    else {
      if (name === 'change') this.#changed(payload as Record<string, unknown>)
      if (name === 'focus' || name === 'blur')
        this.#node?.classList.toggle('StripeElement--focus', name === 'focus')
      this.#emit(name, payload as Record<string, unknown> | undefined)
    }
  }

  #changed(event: Record<string, unknown>): void {
    this.lastChange = event
    this.#node?.classList.toggle('StripeElement--complete', event.complete === true)
    this.#node?.classList.toggle('StripeElement--empty', event.empty === true)
    this.#node?.classList.toggle('StripeElement--invalid', event.error !== undefined)
  }

  async #loaded(): Promise<void> {
    const error = await this.#host.loadProblem()
    if (error) this.#emit('loaderror', { error })
    else this.#emit('ready')
  }

  #emit(type: string, event: Record<string, unknown> = {}): void {
    if (!this.#destroyed) this.#handlers.emit(type, { elementType: this._componentName, ...event })
  }
}
