import { expand, type Included } from './expand.ts'
import type { FormValue } from './form.ts'
import type { Tx } from './tx.ts'

interface OlderField {
  field: string
  /** The first API version that leaves it out. */
  until: string
  build: Included
}

const OLDER = new Map<string, OlderField[]>()
/** Of all the versions at which a field went, the last. */
let newest = ''

/** Declares a field that objects had in every answer before an API version: docs.stripe.com/changelog */
export function olderField(objectName: string, field: string, until: string, build: Included): void {
  OLDER.set(objectName, [...(OLDER.get(objectName) ?? []), { field, until, build }])
  if (until > newest) newest = until
}

/** Whether answers of this version have fields that the pinned package does not know. */
export function hasOlderShapes(version: string): boolean {
  return version < newest
}

/** What is answered: with the fields that the asked version still has, and expanded. @throws StripeError 400 as `expand` does. */
export function shown(
  tx: Tx,
  value: unknown,
  asked: { paths: FormValue | undefined; account: string; version: string },
): unknown {
  const { paths, account, version } = asked
  if (!hasOlderShapes(version)) return expand(tx, value, paths, account)
  // What was expanded is an object of that version too.
  return withOlder(tx, expand(tx, withOlder(tx, value, asked), paths, account), asked)
}

function withOlder(tx: Tx, value: unknown, asked: { account: string; version: string }): unknown {
  if (Array.isArray(value)) return value.map(item => withOlder(tx, item, asked))
  if (typeof value !== 'object' || value === null) return value
  const object = { ...value } as Record<string, unknown>
  for (const [name, inner] of Object.entries(object)) object[name] = withOlder(tx, inner, asked)
  for (const { field, until, build } of OLDER.get(String(object.object)) ?? []) {
    if (
      asked.version < until &&
      !Object.hasOwn(object, field) &&
      typeof object.id === 'string' &&
      !object.deleted
    )
      object[field] = withOlder(tx, build(tx, object, asked.account), asked)
  }
  return object
}
