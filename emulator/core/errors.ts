/** The inside of `{ error: … }`, as Stripe writes it. */
export interface ErrorBody {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error'
  message: string
  code?: string | undefined
  param?: string | undefined
  [extra: string]: unknown
}

/**
 * An answer that is an error. `keepsWork` says that what was done until then stays: a decline leaves a
 * failed charge behind, whereas a refused parameter must leave nothing.
 */
export class StripeError extends Error {
  readonly status: number
  readonly body: ErrorBody
  readonly keepsWork: boolean
  /** False for answers that Stripe does not remember under an idempotency key. */
  readonly replayable: boolean

  constructor(status: number, body: ErrorBody, options: { keepsWork?: boolean; replayable?: boolean } = {}) {
    super(body.message)
    this.status = status
    this.body = body.code ? { ...body, doc_url: docUrl(body.code) } : body
    this.keepsWork = options.keepsWork ?? false
    this.replayable = options.replayable ?? true
  }
}

/** Where Stripe explains an error code. */
export function docUrl(code: string): string {
  return `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`
}

/** 400 `invalid_request_error`. */
export function invalid(message: string, details: Partial<Omit<ErrorBody, 'type'>> = {}): StripeError {
  return new StripeError(400, { ...details, type: 'invalid_request_error', message })
}

/** A parameter that is wrong before the work starts: not remembered under the idempotency key. */
export function badParameter(message: string, details: { code?: string; param?: string }): StripeError {
  return new StripeError(400, { type: 'invalid_request_error', message, ...details }, { replayable: false })
}

/**
 * The object named is not there. Stripe answers 404 when it is the one in the URL and 400 when it is
 * named by a parameter.
 */
export function missing(noun: string, id: string, param = 'id', status: 400 | 404 = 404): StripeError {
  const message = `No such ${noun}: '${id}'`
  return new StripeError(status, { type: 'invalid_request_error', code: 'resource_missing', message, param })
}

/** 401: no key, or one that is not a test key. */
export function unauthorized(message: string, code?: string): StripeError {
  return new StripeError(401, { type: 'invalid_request_error', message, code }, { replayable: false })
}

/** 403: the key may not do this. */
export function forbidden(message: string, code?: string): StripeError {
  return new StripeError(403, { type: 'invalid_request_error', message, code }, { replayable: false })
}

/** 404: no such address. Stripe has more to say where an id was left empty. */
export function unrecognized(method: string, path: string): StripeError {
  const hint = /\/(?:\/|$)/.test(path)
    ? ' If you are trying to list objects, remove the trailing slash. If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier in your code.'
    : ''
  const message = `Unrecognized request URL (${method}: ${path}).${hint} Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`
  return new StripeError(404, { type: 'invalid_request_error', message }, { replayable: false })
}
