import type http from 'node:http'
import type { Incoming } from './incoming.ts'

const BODY_BYTES_MAX = 24 * 1024 * 1024
const PATIENCE_BYTES = 4 * BODY_BYTES_MAX
const NOTHING = Buffer.alloc(0)

/** The request with its body, or null when that is too large or the address cannot be read. */
export async function receive(request: http.IncomingMessage): Promise<Incoming | null> {
  const { headers } = request
  const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined
  const body = hasBody ? await bodyOf(request) : NOTHING
  // A path of two slashes would be taken for the name of a host.
  const url = URL.parse(`http://localhost${request.url ?? '/'}`)
  if (!body || !url) return null
  return {
    method: request.method ?? 'GET',
    url,
    headers,
    body,
    ip: request.socket.remoteAddress ?? '127.0.0.1',
  }
}

function bodyOf(request: http.IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= BODY_BYTES_MAX) chunks.push(chunk)
      // A client reads its answer only once it has sent everything, unless it never stops.
      else if (size > PATIENCE_BYTES) resolve(null)
    })
    request.on('end', () => {
      if (size > BODY_BYTES_MAX) resolve(null)
      else resolve(chunks.length === 1 ? (chunks[0] ?? NOTHING) : Buffer.concat(chunks))
    })
    request.on('error', reject)
  })
}
