import ts from 'typescript'

/** A JSON Schema, or the part of one. */
export type Schema = { [key: string]: unknown }

const LITERALS = ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral | ts.TypeFlags.BooleanLiteral

/** `string & {}`: how the package says "or a word that is not known yet". */
function isOpenEnd(type: ts.Type): boolean {
  return type.isIntersection() && type.types.some(part => part.flags & ts.TypeFlags.String)
}

/**
 * Turns types of the `stripe` package into closed JSON Schemas: no field and no word beyond those that the types name.
 * The package leaves its enums open for the future; here they are closed.
 */
export class SchemaWriter {
  readonly definitions: Record<string, Schema> = {}
  #names = new Map<ts.Type, string>()
  #checker: ts.TypeChecker
  #at: ts.Node
  #isCut: (type: ts.Type) => string | null

  /** `isCut` names an object that is checked on its own wherever it is met (see `checker.ts`), or is null. */
  constructor(checker: ts.TypeChecker, at: ts.Node, isCut: (type: ts.Type) => string | null) {
    this.#checker = checker
    this.#at = at
    this.#isCut = isCut
  }

  /** The schema of a type, or null for one that has no value (`undefined`). */
  write(type: ts.Type): Schema | null {
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {}
    if (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never)) return null
    if (type.flags & ts.TypeFlags.Null) return { type: 'null' }
    if (type.flags & LITERALS) return { const: this.#literal(type) }
    if (type.flags & ts.TypeFlags.String || isOpenEnd(type)) return { type: 'string' }
    if (type.flags & ts.TypeFlags.Number) return { type: 'number' }
    if (type.flags & ts.TypeFlags.Boolean) return { type: 'boolean' }
    if (type.isUnion()) return this.#union(type)
    const cut = this.#isCut(type)
    if (cut !== null) return { type: 'object', properties: { object: { const: cut } }, required: ['object'] }
    return this.#object(type)
  }

  /** The schema of an interface itself, even if it would be cut where another refers to it. */
  writeRoot(type: ts.Type): Schema {
    return this.#fields(type)
  }

  #literal(type: ts.Type): unknown {
    if (type.isLiteral()) return type.value
    return this.#checker.typeToString(type) === 'true'
  }

  #union(type: ts.UnionType): Schema | null {
    const words = type.types.flatMap(part => (part.isStringLiteral() ? [part.value] : []))
    const others = type.types.filter(
      part => !part.isStringLiteral() && !(words.length > 0 && isOpenEnd(part)),
    )
    // `boolean` is a union of true and false once something else joins it.
    const plain = others.filter(part => !(part.flags & ts.TypeFlags.BooleanLiteral))
    const all = plain.map(part => this.write(part)).filter(schema => schema !== null)
    if (plain.length < others.length) all.push({ type: 'boolean' })
    if (words.length > 0) all.push({ enum: words })
    return all.length > 1 ? { anyOf: all } : (all[0] ?? null)
  }

  #object(type: ts.Type): Schema {
    if (this.#checker.isArrayType(type)) {
      const [item] = this.#checker.getTypeArguments(type as ts.TypeReference)
      return { type: 'array', items: item ? this.write(item) : {} }
    }
    const name = type.symbol?.name
    if (name === 'Decimal') return { type: 'string' }
    if (name === 'Uint8Array' || name === 'Buffer') return {}
    const known = this.#names.get(type)
    if (known) return { $ref: `#/definitions/${known}` }
    const id = `${(name ?? 'anonymous').replace(/\W/g, '')}_${this.#names.size}`
    this.#names.set(type, id)
    this.definitions[id] = {}
    Object.assign(this.definitions[id], this.#fields(type))
    return { $ref: `#/definitions/${id}` }
  }

  #fields(type: ts.Type): Schema {
    const properties: Record<string, Schema> = {}
    const required: string[] = []
    for (const property of this.#checker.getPropertiesOfType(type)) {
      const schema = this.write(this.#checker.getTypeOfSymbolAtLocation(property, this.#at))
      if (schema === null || property.name === 'lastResponse') continue
      properties[property.name] = schema
      if (!(property.flags & ts.SymbolFlags.Optional)) required.push(property.name)
    }
    const others = this.#checker.getIndexTypeOfType(type, ts.IndexKind.String)
    const additionalProperties = others ? (this.write(others) ?? {}) : Object.keys(properties).length === 0
    return { type: 'object', properties, required, additionalProperties }
  }
}
