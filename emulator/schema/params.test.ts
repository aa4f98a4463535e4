import { expect, it } from 'vitest'
import { type Fields, ignored } from '../core/params.ts'
import { ROUTES } from '../routes.ts'
import { IGNORED, LEFT_OUT } from './left-out.ts'
import { packageSchema } from './read-package.ts'
import type { Schema } from './type-to-schema.ts'

const { requests, definitions } = packageSchema()

/** The named fields of a schema, through references, alternatives and arrays. */
function fieldsOf(schema: Schema | undefined, trail: string[] = []): Record<string, Schema> {
  if (!schema) return {}
  const { $ref, anyOf, type, items, properties } = schema as {
    $ref?: string
    anyOf?: Schema[]
    type?: string
    items?: Schema
    properties?: Record<string, Schema>
  }
  if ($ref) {
    const name = $ref.split('/').at(-1) ?? ''
    return trail.includes(name) ? {} : fieldsOf(definitions[name], [...trail, name])
  }
  if (anyOf) return Object.assign({}, ...anyOf.map(one => fieldsOf(one, trail)))
  return type === 'array' ? fieldsOf(items, trail) : (properties ?? {})
}

/** Paths of what the package may send and the route's table does not know. */
function unknownOf(sent: Record<string, Schema>, table: Fields, at = ''): string[] {
  return Object.entries(sent).flatMap(([name, schema]) => {
    const path = at === '' ? name : `${at}[${name}]`
    if (path === 'expand') return []
    const spec = table[name]
    if (!spec) return [path]
    return spec.inner ? unknownOf(fieldsOf(schema), spec.inner, path) : []
  })
}

const compared = ROUTES.filter(route => !route.multipart).flatMap(route => {
  const call = `${route.method} ${route.path.replace(/:\w+/g, ':id')}`
  const schema = requests[call]
  return schema ? [{ call, route, sent: fieldsOf(schema) }] : []
})

it('knows every parameter of the stripe package, or says why not', () => {
  expect(compared.length).toBeGreaterThan(90)
  const unknown = compared.flatMap(({ call, route, sent }) =>
    unknownOf(sent, route.params).map(path => `${call} ${path}`),
  )
  expect(unknown.filter(one => !LEFT_OUT.some(({ what }) => what.test(one)))).toEqual([])
  const stale = LEFT_OUT.filter(({ what }) => !unknown.some(one => what.test(one)))
  expect(stale).toEqual([])
})

/** Paths of what a route takes and nobody looks at. */
function ignoredOf(table: Fields, at = ''): string[] {
  return Object.entries(table).flatMap(([name, spec]) => {
    const path = at === '' ? name : `${at}[${name}]`
    if (spec === ignored) return [path]
    return spec.inner ? ignoredOf(spec.inner, path) : []
  })
}

it('says of every parameter that changes nothing why it may', () => {
  const taken = ROUTES.flatMap(({ method, path, params }) =>
    ignoredOf(params).map(name => `${method} ${path} ${name}`),
  )
  expect(taken.filter(one => !IGNORED.some(({ what }) => what.test(one)))).toEqual([])
  expect(IGNORED.filter(({ what }) => !taken.some(one => what.test(one)))).toEqual([])
})

it('would notice a parameter that is new, however deep', () => {
  const { route, sent } = compared.find(({ call }) => call === 'POST /v1/payment_intents') ?? expect.fail()
  const card = { type: 'object', properties: { network: {}, brand_new: {} } }
  const newer = { ...sent, also_new: {}, payment_method_options: { properties: { card } } }
  const known = unknownOf(sent, route.params)
  expect(unknownOf(newer, route.params).filter(path => !known.includes(path))).toEqual([
    'payment_method_options[card][brand_new]',
    'also_new',
  ])
})
