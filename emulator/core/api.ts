import { type Answer, errorAnswer, jsonAnswer, replayed, withHeaders } from './answer.ts'
import { authenticate, type Caller, sentKey } from './auth.ts'
import type { Engine } from './engine.ts'
import { forbidden, StripeError, unrecognized } from './errors.ts'
import type { FormFields } from './form.ts'
import { checkKey, keyInUse, markOf, rememberAnswer, storedAnswer } from './idempotency.ts'
import { newId } from './ids.ts'
import {
  contentTypeOf,
  headerText,
  type Incoming,
  readableFields,
  refuseJson,
  sentFields,
  versionOf,
} from './incoming.ts'
import { hasOlderShapes, shown } from './older-shapes.ts'
import { readParams } from './params.ts'
import { type Match, RawAnswer, type Router, withoutCommon } from './route.ts'
import type { Tx } from './tx.ts'
import { checkVersion } from './version.ts'

/** A request that was answered in the shapes of today, for whoever looks on: checks in tests. */
export interface Exchange {
  method: string
  pathname: string
  /** The route's path with its `:names`; null when there is no such route. */
  route: string | null
  /** The fields of the query and the form; null for a multipart body, which its handler reads itself. */
  sent: FormFields | null
  /** With a publishable key an answer has fewer fields. */
  isPublishable: boolean
  answer: Answer
}

/** What one request knows about itself. */
interface Request {
  incoming: Incoming
  sent: FormFields
  requestId: string
  idempotencyKey: string | null
  failsStored: boolean
}

/** What a fault does inside a request. */
export interface Trouble {
  /** It ends with 500 once its work has begun: nothing is done, and the 500 is kept under its idempotency key. */
  failsStored: boolean
}

const NO_TROUBLE: Trouble = { failsStored: false }

/** The API: finds the route, checks key and parameters, runs the handler in a transaction, and answers. */
export class Api {
  #engine: Engine
  #router: Router
  #inFlight = new Set<string>()
  #observe: ((exchange: Exchange) => void) | undefined

  constructor(engine: Engine, router: Router, observe?: (exchange: Exchange) => void) {
    this.#engine = engine
    this.#router = router
    this.#observe = observe
  }

  /** Never throws: what goes wrong is an answer too. */
  async answer(incoming: Incoming, trouble: Trouble = NO_TROUBLE): Promise<Answer> {
    const requestId = newId('req')
    const idempotencyKey = incoming.method === 'GET' ? null : headerText(incoming.headers['idempotency-key'])
    const answer = await this.#guarded(incoming, { requestId, idempotencyKey, ...trouble })
    if (this.#observe && !hasOlderShapes(versionOf(incoming))) this.#show(incoming, answer, this.#observe)
    return withHeaders(answer, incoming, { requestId, idempotencyKey })
  }

  #show(incoming: Incoming, answer: Answer, observe: (exchange: Exchange) => void): void {
    const { method, url } = incoming
    const found = this.#router.find(method, url.pathname)?.route
    const sent = readableFields(incoming)
    const isPublishable = sentKey(incoming.headers, sent ?? {})?.startsWith('pk_') ?? false
    const route = found?.path ?? null
    observe({
      method,
      pathname: url.pathname,
      route,
      sent: found?.multipart ? null : sent,
      isPublishable,
      answer,
    })
  }

  async #guarded(incoming: Incoming, about: Omit<Request, 'incoming' | 'sent'>): Promise<Answer> {
    try {
      const request = { incoming, sent: sentFields(incoming), ...about }
      const reading = incoming.method === 'GET' ? this.#engine.peek(request) : null
      if (reading) return jsonAnswer(this.#handle(reading, request))
      return await this.#oncePerKey(request)
    } catch (error) {
      return errorAnswer(error, about.requestId)
    }
  }

  async #oncePerKey(request: Request): Promise<Answer> {
    const { idempotencyKey: key, incoming } = request
    if (key === null) return this.#write(request)
    checkKey(key)
    const flight = `${headerText(incoming.headers['stripe-account'])}|${key}`
    if (this.#inFlight.has(flight)) throw keyInUse(key)
    this.#inFlight.add(flight)
    try {
      return await this.#write(request)
    } finally {
      this.#inFlight.delete(flight)
    }
  }

  /**
   * Runs a request that may change something. An error drops what was done, except where Stripe keeps it (a
   * decline leaves its failed charge); its answer is remembered under the key in both cases.
   */
  #write(request: Request): Promise<Answer> {
    const { incoming, requestId, idempotencyKey: key } = request
    const { method, url, body: sent } = incoming
    const mark = key === null ? null : markOf(method, url.pathname, sent, contentTypeOf(incoming))
    return this.#engine.run<Answer>(request, begin => {
      const tx = begin()
      const admitted = this.#admit(tx, request)
      const { account } = admitted.caller
      const stored = key !== null && mark && storedAnswer(tx, key, account, mark)
      if (stored) return { value: replayed(stored), commit: null }
      const { answer, kept, replayable } = this.#attempt(tx, request, admitted)
      const commit = kept ? tx : begin()
      const body = typeof answer.body === 'string' ? answer.body : ''
      if (key !== null && mark && replayable) {
        rememberAnswer(commit, key, account, mark, { status: answer.status, body, requestId })
      }
      return { value: answer, commit }
    })
  }

  /** The handler's answer, or the error it ended with. */
  #attempt(tx: Tx, request: Request, admitted: { caller: Caller; match: Match }) {
    try {
      return { answer: jsonAnswer(this.#call(tx, request, admitted)), kept: true, replayable: true }
    } catch (error) {
      const known = error instanceof StripeError
      const answer = errorAnswer(error, request.requestId)
      return { answer, kept: known && error.keepsWork, replayable: known && error.replayable }
    }
  }

  #handle(tx: Tx, request: Request): unknown {
    return this.#call(tx, request, this.#admit(tx, request))
  }

  /** Who calls, and which route: 401, 403 or 404 otherwise. */
  #admit(tx: Tx, { incoming, sent }: Request): { caller: Caller; match: Match } {
    const caller = authenticate(tx, incoming.headers, sent)
    checkVersion(versionOf(incoming))
    refuseJson(incoming)
    const match = this.#router.find(incoming.method, incoming.url.pathname)
    if (!match) {
      throw unrecognized(incoming.method, incoming.url.pathname)
    }
    if (caller.power === 'publishable' && match.route.key === 'secret') {
      throw forbidden(
        'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.',
        'secret_key_required',
      )
    }
    return { caller, match }
  }

  #call(tx: Tx, request: Request, { caller, match }: { caller: Caller; match: Match }): unknown {
    const { incoming, sent } = request
    const { route, path } = match
    if (request.failsStored) {
      throw new StripeError(500, { type: 'api_error', message: 'An unknown error occurred' })
    }
    const value = route.handler({
      tx,
      params: route.multipart ? {} : readParams(route.params, withoutCommon(sent)),
      id: path.id ?? '',
      path,
      account: caller.account,
      power: caller.power,
      body: incoming.body,
      contentType: contentTypeOf(incoming),
      url: incoming.url.pathname,
      ip: incoming.ip,
      userAgent: headerText(incoming.headers['user-agent']),
      origin: `http://${incoming.headers.host ?? '127.0.0.1'}`,
      version: versionOf(incoming),
    })
    const asked = { paths: sent.expand, account: caller.account, version: versionOf(incoming) }
    return value instanceof RawAnswer ? value : shown(tx, value, asked)
  }
}
