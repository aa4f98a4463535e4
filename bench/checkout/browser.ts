import http from 'node:http'
import type { Arranged } from '../talk.ts'

type Page = { status: number; body: string; location: string }

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })

function request(url: string, options: http.RequestOptions, body?: Buffer): Promise<Page> {
  return new Promise((resolve, reject) => {
    const sent = http.request(url, { agent, ...options }, response => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk))
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response
        resolve({ status, body: Buffer.concat(chunks).toString(), location: headers.location ?? '' })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')

/** The hidden fields of the checkout page's form, as a browser would send them, with the chosen card. */
function fieldsOf(page: string): [string, string][] {
  const form = page.match(/<form[\s\S]*?<\/form>/g)?.find(one => one.includes('name="savedCardId"')) ?? ''
  const inputs = form.match(/<input[^>]*>/g) ?? []
  return inputs.flatMap(input => {
    const name = /name="([^"]*)"/.exec(input)?.[1]
    const value = /value="([^"]*)"/.exec(input)?.[1] ?? ''
    const isLeftOut = input.includes('type="radio"') && !input.includes('checked')
    return name && !isLeftOut ? [[unescaped(name), unescaped(value)]] : []
  })
}

const BOUNDARY = 'bench-boundary'

function multipart(fields: [string, string][]): Buffer {
  const parts = fields.map(
    ([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return Buffer.from(`${parts.join('')}--${BOUNDARY}--\r\n`)
}

/** What was pressed, and how the browser asks for it. */
export type Press = { path: string; type: string; body: Buffer }

/** A browser as far as the server can tell: opens a checkout page and presses its button. */
export class Browser {
  readonly #url: string
  readonly #headers: Record<string, string>

  constructor(url: string, { session }: Arranged) {
    this.#url = url
    this.#headers = { cookie: `__Host-holdfast.session=${session}`, origin: url }
  }

  async #form(orderId: string): Promise<{ path: string; fields: [string, string][] }> {
    const path = `/orders/${orderId}/checkout`
    const page = await request(`${this.#url}${path}`, { headers: this.#headers })
    if (page.status !== 200) throw new Error(`${path}: ${page.status} ${page.location}`)
    return { path, fields: fieldsOf(page.body) }
  }

  /** The form as it is sent without JavaScript. */
  async plain(orderId: string): Promise<Press> {
    const { path, fields } = await this.#form(orderId)
    return { path, type: `multipart/form-data; boundary=${BOUNDARY}`, body: multipart(fields) }
  }

  /** The form as the page's script sends it, to the form's own address. */
  async scripted(orderId: string): Promise<Press> {
    const { fields } = await this.#form(orderId)
    const own = Object.fromEntries(fields.filter(([name]) => !name.startsWith('$')))
    const body = Buffer.from(JSON.stringify(own))
    return { path: `/api/orders/${orderId}/hold`, type: 'application/json', body }
  }

  /** Milliseconds until the whole answer was there. @throws Error when the money was not held. */
  async press({ path, type, body }: Press): Promise<number> {
    const began = performance.now()
    const answer = await request(
      `${this.#url}${path}`,
      {
        method: 'POST',
        headers: {
          ...this.#headers,
          'content-type': type,
          'content-length': String(body.length),
        },
      },
      body,
    )
    const took = performance.now() - began
    if (!(answer.location || answer.body).includes('?done=held'))
      throw new Error(`Not held: ${answer.status} ${answer.location} ${answer.body.slice(0, 300)}`)
    return took
  }
}
