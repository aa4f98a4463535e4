/** What the server said of one file, or a message of ours where it said nothing. `retry` when the same file may simply be sent again; `code` where it gave one. */
export type Sent =
  | { ok: true; attached: boolean }
  | { ok: false; message: string; retry: boolean; code: string | null }

const CONNECTION_LOST = 'uploads.connectionLost'
const NO_WORDS = 'uploads.noWords'

function sentOf(request: XMLHttpRequest): Sent {
  const said: unknown = request.response
  const fields = typeof said === 'object' && said !== null ? said : {}
  if (request.status === 200 && 'attached' in fields) return { ok: true, attached: fields.attached === true }
  const retry = request.status >= 500 || request.status === 429 || request.status === 401
  const message = 'message' in fields && typeof fields.message === 'string' ? fields.message : NO_WORDS
  const code = 'code' in fields && typeof fields.code === 'string' ? fields.code : null
  return { ok: false, message, retry, code }
}

/**
 * Sends one file as the body of a request, telling how much of it has gone (0 to 1). XMLHttpRequest because fetch does
 * not tell. Never rejects: a broken connection is an answer like any other.
 */
export function sendFile(url: string, file: File, onProgress: (share: number) => void): Promise<Sent> {
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.responseType = 'json'
    request.timeout = 180_000
    request.upload.onprogress = event => onProgress(event.total > 0 ? event.loaded / event.total : 0)
    request.onload = () => resolve(sentOf(request))
    const lost = () => resolve({ ok: false, message: CONNECTION_LOST, retry: true, code: null })
    request.onerror = lost
    request.ontimeout = lost
    request.onabort = lost
    request.send(file)
  })
}
