import { type ApiCaller, apiRequest, type StripeJsError } from '../api.ts'
import { StripeElement } from './element.ts'
import { Handlers } from './events.ts'
import { integrationError } from './integration-error.ts'
import { intentPath } from './intents.ts'
import { checkElementsOptions } from './misuse.ts'

const TYPES = [
  'payment',
  'card',
  'cardNumber',
  'cardExpiry',
  'cardCvc',
  'address',
  'linkAuthentication',
  'expressCheckout',
]

/** Elements that hold the way to pay, in the order in which they are looked for. */
const PAYERS = ['payment', 'card', 'cardNumber']

type Billing = { name?: string; email?: string; phone?: string; address?: Record<string, unknown> }

/** What `stripe.elements(options)` returns. */
export class ElementsGroup {
  readonly #caller: ApiCaller
  readonly #made = new Map<string, StripeElement>()
  readonly #handlers = new Handlers()
  readonly #group = `${Date.now()}-${Math.random()}`
  #options: Record<string, unknown>
  #submitted = false

  constructor(caller: ApiCaller, options: Record<string, unknown>) {
    checkElementsOptions(options)
    this.#caller = caller
    this.#options = options
  }

  /** The client secret the group was made with; undefined in deferred mode. */
  get clientSecret(): string | undefined {
    const { clientSecret } = this.#options
    return typeof clientSecret === 'string' ? clientSecret : undefined
  }

  /** Deferred mode demands `elements.submit()` before the page confirms. */
  get needsSubmit(): boolean {
    return this.clientSecret === undefined && !this.#submitted
  }

  create(type: string, options: Record<string, unknown> = {}): StripeElement {
    if (!TYPES.includes(type)) {
      throw integrationError(
        `A valid Element name must be provided. Valid Elements are: ${TYPES.join(', ')}; you passed: ${type}.`,
      )
    }
    if (this.#made.has(type))
      throw integrationError(`Can only create one Element of type ${type} through elements().`)
    if (type === 'payment' && this.clientSecret === undefined && this.#options.mode === undefined) {
      throw integrationError(
        'In order to create a payment element, you must pass a clientSecret or mode when creating the Elements group.',
      )
    }
    const element = new StripeElement(type, options ?? {}, {
      origin: this.#caller.origin,
      options: () => ({
        key: this.#caller.key,
        account: this.#caller.account,
        group: this.#group,
        mode: this.#options.mode ?? (this.clientSecret?.startsWith('seti_') ? 'setup' : 'payment'),
        appearance: this.#options.appearance,
        customerSession: this.#options.customerSessionClientSecret,
      }),
      loadProblem: () => this.#loadProblem(type),
      destroyed: gone => {
        if (this.#made.get(type) === gone) this.#made.delete(type)
      },
    })
    this.#made.set(type, element)
    return element
  }

  getElement(type: string | { __elementType?: string }): StripeElement | null {
    const name = typeof type === 'string' ? type : type?.__elementType
    return (name && this.#made.get(name)) || null
  }

  async update(options: Record<string, unknown>): Promise<void> {
    this.#options = { ...this.#options, ...options }
    for (const element of this.#made.values()) element.refresh()
    await Promise.resolve()
    this.#handlers.emit('update-end', undefined)
  }

  on(type: string, handler: () => void): this {
    this.#handlers.on(type, handler)
    return this
  }

  off(type: string, handler?: () => void): this {
    this.#handlers.off(type, handler)
    return this
  }

  async fetchUpdates(): Promise<{ error?: StripeJsError }> {
    const error = await this.#loadProblem('payment')
    return error ? { error } : {}
  }

  /** Checks every mounted element and shows what is wrong in it. */
  async submit(): Promise<{ error?: StripeJsError; selectedPaymentMethod?: string }> {
    let error: StripeJsError | undefined
    for (const element of this.#made.values()) {
      if (!element.mounted) continue
      const answer = (await element.ask('validate')) as { error?: StripeJsError }
      error ??= answer.error
    }
    this.#submitted = error === undefined
    return error ? { error } : { selectedPaymentMethod: 'card' }
  }

  /** The element that has the card, or null. */
  payer(): StripeElement | null {
    for (const type of PAYERS) {
      const element = this.#made.get(type)
      if (element) return element
    }
    return null
  }

  /** What the address and e-mail elements collected, over what the page passed. */
  billingDetails(given: Billing | undefined): Billing | undefined {
    const email = this.#made.get('linkAuthentication')?.lastChange?.value as { email?: string } | undefined
    const address = this.#made.get('address')?.lastChange
    const collected = address?.elementMode === 'billing' ? (address.value as Billing) : undefined
    const merged = { ...given, ...(email?.email ? { email: email.email } : {}), ...collected }
    return Object.keys(merged).length > 0 ? merged : undefined
  }

  async #loadProblem(type: string): Promise<StripeJsError | null> {
    if (type !== 'payment') return null
    const { customerSessionClientSecret: session } = this.#options
    if (session) {
      const params = { customer_session_client_secret: session }
      const { error } = await apiRequest(this.#caller, 'GET', '/_browser/saved', params)
      if (error) return error
    }
    const secret = this.clientSecret
    if (secret === undefined) return null
    const answer = await apiRequest(this.#caller, 'GET', intentPath(secret), { client_secret: secret })
    return answer.error ?? null
  }
}
