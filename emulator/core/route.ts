import type { FormFields } from './form.ts'
import type { Fields, Params } from './params.ts'
import type { Tx } from './tx.ts'

/** How much a key may do: `publishable` is for browsers. */
export type KeyPower = 'secret' | 'publishable'

/** What a handler gets. Handlers are synchronous: a request is one step that nothing interrupts. */
export interface Ctx<F extends Fields = Fields> {
  tx: Tx
  params: Params<F>
  /** The `:id` part of the path ('' where there is none). */
  id: string
  /** All `:name` parts of the path. */
  path: Record<string, string>
  /** Whose objects these are: the platform, or the account of the `Stripe-Account` header. */
  account: string
  /** With which key the request came. */
  power: KeyPower
  /** The undecoded body, for multipart. */
  body: Buffer
  contentType: string
  /** The route's own path with the ids filled in, for `url` in lists. */
  url: string
  ip: string
  userAgent: string | null
  /** Where the emulator was reached, such as `http://127.0.0.1:12111`: for addresses in answers. */
  origin: string
  /** The API version that the request asked for, such as `2023-10-16`. */
  version: string
}

/** An answer that is not JSON, such as a file's contents. */
export class RawAnswer {
  readonly contentType: string
  readonly body: Buffer
  /** Where the browser is sent instead, if anywhere. */
  readonly location: string | null

  constructor(contentType: string, body: Buffer, location: string | null = null) {
    this.contentType = contentType
    this.body = body
    this.location = location
  }
}

export interface Route {
  method: 'GET' | 'POST' | 'DELETE'
  /** `/v1/customers/:id` */
  path: string
  /** The least key that may call it. */
  key: KeyPower
  params: Fields
  /** The handler reads the body itself. */
  multipart: boolean
  handler(ctx: Ctx): unknown
}

interface RouteOptions<F extends Fields> {
  params?: F
  key?: KeyPower
  multipart?: boolean
}

/** Declares a route; the handler's parameters are typed by the table. `key` is 'secret' unless said. */
export function route<F extends Fields = Record<never, never>>(
  method: Route['method'],
  path: string,
  options: RouteOptions<F>,
  handler: (ctx: Ctx<F>) => unknown,
): Route {
  return {
    method,
    path,
    key: options.key ?? 'secret',
    params: options.params ?? {},
    multipart: options.multipart ?? false,
    handler: ctx => handler(ctx as Ctx<F>),
  }
}

/** A route that was found for a request, with what its path captured. */
export interface Match {
  route: Route
  path: Record<string, string>
}

/** Finds routes by method and path; literal parts win over `:name` parts. */
export class Router {
  #byShape = new Map<string, { route: Route; parts: string[] }[]>()
  /** Those without a name in their path. */
  #literal = new Map<string, Route>()

  constructor(routes: readonly Route[]) {
    for (const route of routes) {
      if (!route.path.includes(':')) this.#literal.set(`${route.method} ${route.path}`, route)
      const parts = route.path.split('/')
      const key = `${route.method} ${parts.length}`
      const same = this.#byShape.get(key) ?? []
      same.push({ route, parts })
      same.sort((a, b) => literals(b.parts) - literals(a.parts))
      this.#byShape.set(key, same)
    }
  }

  find(method: string, pathname: string): Match | null {
    const literal = this.#literal.get(`${method} ${pathname}`)
    if (literal) return { route: literal, path: {} }
    const asked = pathname.split('/')
    for (const { route, parts } of this.#byShape.get(`${method} ${asked.length}`) ?? []) {
      const path = capture(parts, asked)
      if (path) return { route, path }
    }
    return null
  }
}

function literals(parts: string[]): number {
  return parts.filter(part => !part.startsWith(':')).length
}

function capture(parts: string[], asked: string[]): Record<string, string> | null {
  const path: Record<string, string> = {}
  for (const [index, part] of parts.entries()) {
    const given = asked[index] ?? ''
    if (part.startsWith(':')) {
      if (given === '') return null
      path[part.slice(1)] = decode(given)
    } else if (part !== given) return null
  }
  return path
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '))
  } catch {
    return part
  }
}

/** Form fields that every route takes besides its own. */
export const COMMON_FIELDS = ['expand', 'key', '_stripe_account', '_stripe_version'] as const

/** Removes the fields that belong to the protocol from those that belong to the route. */
export function withoutCommon(sent: FormFields): FormFields {
  if (!COMMON_FIELDS.some(name => name in sent)) return sent
  const rest = { ...sent }
  for (const name of COMMON_FIELDS) delete rest[name]
  return rest
}
