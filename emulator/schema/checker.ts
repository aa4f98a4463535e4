import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import type { FormFields } from '../core/form.ts'
import { type PackageSchema, packageSchema } from './read-package.ts'
import type { Schema } from './type-to-schema.ts'

/** Fields of an error's body: https://docs.stripe.com/api/errors */
const ERROR_FIELDS = [
  'advice_code',
  'charge',
  'code',
  'decline_code',
  'doc_url',
  'message',
  'network_advice_code',
  'network_decline_code',
  'param',
  'payment_intent',
  'payment_method',
  'payment_method_type',
  'request_log_url',
  'setup_intent',
  'source',
  'type',
]
/** Sent to connected accounts when a transfer brings them a payment, and listed in no version of the package. */
const UNLISTED_EVENTS = ['payment.created']
const ERROR_TYPES = ['api_error', 'card_error', 'idempotency_error', 'invalid_request_error']

const text = { type: 'string' }
const closed = (properties: Record<string, Schema>, required: string[]): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})
const PAGE = { object: {}, data: { type: 'array' }, has_more: { type: 'boolean' }, url: text }
/** Forms that the package does not declare as an interface with a name of its own. */
const OWN_FORMS: Record<string, Schema> = {
  list: closed({ ...PAGE, total_count: { type: 'number' } }, ['object', 'data', 'has_more', 'url']),
  search_result: closed(
    { ...PAGE, next_page: { type: ['string', 'null'] }, total_count: { type: 'number' } },
    ['object', 'data', 'has_more', 'next_page', 'url'],
  ),
}

function eventForm(eventTypes: string[]): Schema {
  const data = closed({ object: { type: 'object' }, previous_attributes: { type: 'object' } }, ['object'])
  const request = closed(
    { id: { type: ['string', 'null'] }, idempotency_key: { type: ['string', 'null'] } },
    ['id', 'idempotency_key'],
  )
  const number = { type: 'number' }
  const fields = {
    ...{ id: text, object: {}, account: text, api_version: text, context: text, created: number, data },
    ...{
      livemode: { type: 'boolean' },
      pending_webhooks: number,
      request,
      type: { enum: [...UNLISTED_EVENTS, ...eventTypes] },
    },
  }
  return closed(
    fields,
    Object.keys(fields).filter(name => name !== 'account' && name !== 'context'),
  )
}

const readable = (errors: ErrorObject[]): string =>
  errors
    .filter(({ keyword }) => keyword !== 'anyOf')
    .slice(0, 4)
    .map(({ instancePath, message, params }) => {
      const detail = params.additionalProperty ?? params.allowedValue ?? ''
      return `${instancePath || '/'} ${message} ${detail}`.trim()
    })
    .join('; ')

/** Checks answers and requests against the types of the pinned `stripe` package. Every method returns what is wrong; [] is good. */
export class SchemaChecker {
  #schema: PackageSchema
  #answers: Ajv
  #requests: Ajv
  #compiled = new Map<string, ValidateFunction>()
  #isPartial = false

  constructor(schema = packageSchema()) {
    this.#schema = schema
    const options = { strict: false, allErrors: true, validateFormats: false }
    this.#answers = new Ajv(options)
    // A form has only strings: what should be a number or a boolean is read as one.
    this.#requests = new Ajv({ ...options, coerceTypes: true })
  }

  /**
   * An answer's body: each object in it against its own type, however deep, and an error against Stripe's fields. `isPartial`: fields may be
   * missing, as they do for a publishable key.
   */
  answer(status: number, body: unknown, isPartial = false): string[] {
    this.#isPartial = isPartial
    if (status < 400) return this.#walk(body, '')
    const error = (body as { error?: Record<string, unknown> }).error ?? {}
    const strange = Object.keys(error).filter(name => !ERROR_FIELDS.includes(name))
    const wrong = strange.map(name => `error.${name} is not a field of an error`)
    if (!ERROR_TYPES.includes(String(error.type))) wrong.push(`error.type ${error.type} is none of Stripe's`)
    return [...wrong, ...this.#walk(error, '/error')]
  }

  /** What was sent to a route, such as `POST /v1/charges/:id/capture`, against the package's parameters for it. */
  request(route: string, sent: FormFields): string[] {
    const key = route.replace(/:\w+/g, ':id')
    const schema = this.#schema.requests[key]
    if (!schema) return []
    const validate = this.#compile(this.#requests, `request ${key}`, schema)
    return validate(structuredClone({ ...sent })) ? [] : [`${key}: ${readable(validate.errors ?? [])}`]
  }

  #walk(value: unknown, at: string): string[] {
    if (Array.isArray(value)) return value.flatMap((item, index) => this.#walk(item, `${at}/${index}`))
    if (typeof value !== 'object' || value === null) return []
    const inner = Object.entries(value).flatMap(([name, one]) => this.#walk(one, `${at}/${name}`))
    const { object } = value as { object?: unknown }
    return typeof object === 'string' ? [...this.#object(value, object, at), ...inner] : inner
  }

  #object(value: object, object: string, at: string): string[] {
    const forms = this.#formsOf(object)
    if (forms.length === 0) return [`${at} is a ${object}, which the package does not know`]
    const isDeleted = 'deleted' in value && value.deleted === true
    let wrong = ''
    for (const [index, form] of forms.entries()) {
      if (forms.length > 1 && 'deleted' in ((form.properties as Schema | undefined) ?? {}) !== isDeleted)
        continue
      const validate = this.#compile(this.#answers, `${object} ${index}`, form)
      const isGood = validate(value)
      const errors = validate.errors ?? []
      const counted = this.#isPartial ? errors.filter(({ keyword }) => keyword !== 'required') : errors
      if (isGood || counted.length === 0) return []
      wrong ||= readable(counted)
    }
    return [`${at || '/'} (${object}): ${wrong}`]
  }

  #formsOf(object: string): Schema[] {
    const own = object === 'event' ? eventForm(this.#schema.eventTypes) : OWN_FORMS[object]
    return own ? [own] : (this.#schema.objects[object] ?? [])
  }

  #compile(ajv: Ajv, id: string, schema: Schema): ValidateFunction {
    const known = this.#compiled.get(id)
    if (known) return known
    const made = ajv.compile({ ...schema, definitions: this.#reachable(schema) })
    this.#compiled.set(id, made)
    return made
  }

  /** The definitions that a schema leads to: compiling all of them each time would take minutes. */
  #reachable(schema: Schema, found: Record<string, Schema> = {}): Record<string, Schema> {
    for (const [, name] of JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/g)) {
      const definition = name === undefined || name in found ? undefined : this.#schema.definitions[name]
      if (!definition || name === undefined) continue
      found[name] = definition
      this.#reachable(definition, found)
    }
    return found
  }
}
