import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import ts from 'typescript'
import { callsIn } from './request-table.ts'
import { type Schema, SchemaWriter } from './type-to-schema.ts'

/** What the pinned package says of answers and of requests. */
export interface PackageSchema {
  definitions: Record<string, Schema>
  /** By the object's own `object` field: one schema for each form it has (such as a deleted one). */
  objects: Record<string, Schema[]>
  /** By route, `POST /v1/charges/:id/capture`: what may be sent. */
  requests: Record<string, Schema>
  eventTypes: string[]
}

const require = createRequire(import.meta.url)
const packageDir = path.resolve(path.dirname(require.resolve('stripe')), '..')
/** Changes whenever the form of what is kept changes. */
const FORM = 5

function program() {
  const entry = path.join(packageDir, 'esm', 'stripe.esm.node.d.ts')
  const options = {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    skipLibCheck: true,
    types: [],
  }
  const made = ts.createProgram([entry], options)
  const source = made.getSourceFile(path.join(packageDir, 'esm', 'stripe.core.d.ts'))
  if (!source) throw new Error('The stripe package is not built as it was: its types are somewhere else')
  return { checker: made.getTypeChecker(), source }
}

/** The value of a literal field of an interface, such as `object: 'charge'`. */
function literalOf(checker: ts.TypeChecker, type: ts.Type, field: string, at: ts.Node): string | null {
  const symbol = checker.getPropertyOfType(type, field)
  if (!symbol) return null
  const found = checker.getTypeOfSymbolAtLocation(symbol, at)
  return found.isStringLiteral() ? found.value : null
}

function exportsOf(checker: ts.TypeChecker, source: ts.SourceFile): Map<string, ts.Type> {
  const module = checker.getSymbolAtLocation(source)
  const stripe = module && checker.getExportsOfModule(module).find(symbol => symbol.name === 'Stripe')
  if (!stripe) throw new Error('The stripe package does not export Stripe')
  const found = new Map<string, ts.Type>()
  const named = (one: ts.Symbol) => (one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one)
  const insides = (symbol: ts.Symbol) =>
    symbol.flags & ts.SymbolFlags.Namespace ? checker.getExportsOfModule(symbol).map(named) : []
  const note = (symbol: ts.Symbol, prefix = '') => {
    const name = `${prefix}${symbol.name}`
    if (!found.has(name)) found.set(name, checker.getDeclaredTypeOfSymbol(symbol))
  }
  const symbols = checker.getExportsOfModule(stripe).map(named)
  for (const symbol of symbols) note(symbol)
  // Some resources stand in a namespace of their own, such as Stripe.Radar.EarlyFraudWarning or Stripe.V2.Core.Account.
  for (const symbol of symbols) {
    for (const inner of insides(symbol)) {
      if (symbol.name !== 'V2') note(inner)
      else for (const one of insides(inner)) note(one, 'V2.')
    }
  }
  return found
}

function paramsOf(checker: ts.TypeChecker, resource: ts.Type | undefined, method: string): ts.Type | null {
  const symbol = resource && checker.getPropertyOfType(resource, method)
  const declaration = symbol?.valueDeclaration
  if (!declaration || !ts.isMethodDeclaration(declaration)) return null
  const parameter = declaration.parameters.find(one => one.name.getText() === 'params')
  return parameter ? checker.getNonNullableType(checker.getTypeAtLocation(parameter)) : null
}

function build(): PackageSchema {
  const { checker, source } = program()
  const objectName = (type: ts.Type) => literalOf(checker, type, 'object', source)
  const answers = new SchemaWriter(checker, source, objectName)
  const sent = new SchemaWriter(checker, source, () => null)
  const objects: Record<string, Schema[]> = {}
  const eventTypes: string[] = []
  const exported = exportsOf(checker, source)
  for (const [name, type] of exported) {
    const object = type.isClassOrInterface() && !name.endsWith('Params') ? objectName(type) : null
    const eventType = object === 'event' ? literalOf(checker, type, 'type', source) : null
    if (eventType) eventTypes.push(eventType)
    else if (object && object !== 'event')
      objects[object] = [...(objects[object] ?? []), answers.writeRoot(type)]
  }
  const requests: Record<string, Schema> = {}
  for (const { resource, method, route } of callsIn(path.join(packageDir, 'esm', 'resources'))) {
    const params = paramsOf(checker, exported.get(resource), method)
    requests[route] = (params && sent.write(params)) ?? { type: 'object', additionalProperties: false }
  }
  const definitions = { ...prefixed('a', answers.definitions), ...prefixed('r', sent.definitions) }
  return JSON.parse(
    JSON.stringify({
      definitions,
      objects: prefixed('a', objects, false),
      requests: prefixed('r', requests, false),
      eventTypes,
    }),
  ) as PackageSchema
}

/** Keeps the definitions of the two writers apart. */
function prefixed<T>(mark: string, table: Record<string, T>, names = true): Record<string, T> {
  const text = JSON.stringify(table).replaceAll('"#/definitions/', `"#/definitions/${mark}_`)
  const read = JSON.parse(text) as Record<string, T>
  return names
    ? Object.fromEntries(Object.entries(read).map(([name, value]) => [`${mark}_${name}`, value]))
    : read
}

/** The schema of the installed package. Made once for each of its versions (a few seconds), then read from a file. */
export function packageSchema(): PackageSchema {
  const { version } = JSON.parse(readFileSync(path.join(packageDir, 'package.json'), 'utf8')) as {
    version: string
  }
  const folder = path.resolve(packageDir, '..', '.cache', 'local-stripe')
  const file = path.join(folder, `schema-${version}-${FORM}.json`)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as PackageSchema
  const schema = build()
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(schema))
  renameSync(`${file}.${process.pid}`, file)
  return schema
}
