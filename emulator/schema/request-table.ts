import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A call of the package: `ChargeResource.capture` is `POST /v1/charges/:id/capture`. Resources of the second version begin with `V2.`. */
export interface Call {
  resource: string
  method: string
  /** The HTTP method and the path, its ids written as `:id`. */
  route: string
}

const METHOD = /^ {4}(\w+)\([^)]*\) \{$/gm
const REQUEST = /_makeRequest\('(GET|POST|DELETE)', (['`])([^'`]*)\2/

function callsOf(source: string): Call[] {
  const name = /export class (\w+) extends/.exec(source)?.[1]
  if (!name) return []
  const starts = [...source.matchAll(METHOD)]
  return starts.flatMap((start, index) => {
    const body = source.slice(start.index, starts[index + 1]?.index)
    const request = REQUEST.exec(body)
    if (!request) return []
    const resource = request[3]?.startsWith('/v2/') ? `V2.${name}` : name
    const route = `${request[1]} ${(request[3] ?? '').replace(/\$\{[^}]*\}/g, ':id')}`
    return [{ resource, method: start[1] ?? '', route }]
  })
}

/** Every call that the resources in a folder of the package can make, read from its JavaScript. */
export function callsIn(folder: string): Call[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.js'))
    .flatMap(entry => callsOf(readFileSync(path.join(entry.parentPath, entry.name), 'utf8')))
}
