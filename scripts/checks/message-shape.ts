import compile from 'icu-minify/compile'

type Shape = { arguments: string[]; plurals: string[][] }

const PLURAL = 2

function walk(node: unknown, shape: { names: Set<string>; plurals: string[][] }): void {
  if (!Array.isArray(node)) return
  const [name, kind, ...rest] = node
  if (typeof name !== 'string') return
  const isArgument = node.length === 1 || (typeof kind === 'number' && kind > 0)
  shape.names.add(isArgument ? name : `<${name}>`)
  if (kind === PLURAL) shape.plurals.push(Object.keys(rest[0]))
  const inner: unknown[] = isArgument ? Object.values(rest[0] ?? {}) : [kind, ...rest]
  for (const one of inner) walkAll(one, shape)
}

/** A compiled message is a string, or a list of nodes; a node is a list whose first element is a name. */
function walkAll(message: unknown, shape: { names: Set<string>; plurals: string[][] }): void {
  if (!Array.isArray(message)) return
  const isNode =
    typeof message[0] === 'string' &&
    (message.length === 1 || (typeof message[1] === 'number' && message[1] > 0))
  for (const node of isNode ? [message] : message) walk(node, shape)
}

/** What a message takes (`name` for an argument, `<name>` for a tag) and the categories of its plurals. Throws if it does not parse. */
export function shapeOf(text: string): Shape {
  const shape = { names: new Set<string>(), plurals: [] as string[][] }
  const compiled = compile(text)
  if (Array.isArray(compiled)) for (const node of compiled) walk(node, shape)
  return { arguments: [...shape.names].sort(), plurals: shape.plurals }
}
