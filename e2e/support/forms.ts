import { request } from 'node:http'
import type { Page } from '@playwright/test'

export type Fields = Record<string, string>

/** What the server answered to a form: where it leads, or the page with what is wrong. */
export type Answer = { status: number; location: string | undefined; text: string }

/** What the browser would send of the form with this button. */
export async function fieldsOf(page: Page, button: string): Promise<Fields> {
  const submit = page.locator('button[type=submit]').filter({ hasText: button })
  const pairs = await submit.evaluate((element: HTMLButtonElement) =>
    [...new FormData(element.form ?? undefined)].map(([name, value]) => [name, String(value)]),
  )
  return Object.fromEntries(pairs) as Fields
}

/** Posts past the browser, which would do so only once, on a connection of its own. */
async function post(page: Page, url: string, body: Response): Promise<Answer> {
  const cookies = await page.context().cookies()
  const headers = {
    origin: new URL(url).origin,
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    'content-type': body.headers.get('content-type') ?? '',
  }
  const bytes = Buffer.from(await body.arrayBuffer())
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent: false, headers }, async answer => {
      let text = ''
      for await (const chunk of answer) text += chunk
      resolve({ status: answer.statusCode ?? 0, location: answer.headers.location, text })
    })
    sent.on('error', reject)
    sent.end(bytes)
  })
}

/** Sends a form as a browser without JavaScript does; to another address than the page's where that is said. */
export function send(page: Page, fields: Fields, url = page.url()): Promise<Answer> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return post(page, url, new Response(form))
}

/** Sends a form of the checkout as the page's script does. */
export function sendHold(page: Page, { orderId, requestKey, savedCardId }: Fields): Promise<Answer> {
  const url = new URL(`/api/orders/${orderId}/hold`, page.url()).href
  return post(page, url, Response.json({ orderId, requestKey, savedCardId }))
}
