/** What the local Stripe itself has: asked directly, past the lines that fail and past our own code. */
export async function atStripe<T>(path: string, account?: string): Promise<T> {
  return call<T>('GET', path, account)
}

/** Does something at the local Stripe behind our back. */
export async function doAtStripe<T>(
  path: string,
  body: Record<string, string> = {},
  account?: string,
): Promise<T> {
  return call<T>('POST', path, account, new URLSearchParams(body))
}

/** Deletes something there behind our back. */
export const deleteAtStripe = (path: string): Promise<unknown> => call('DELETE', path)

async function call<T>(method: string, path: string, account?: string, body?: URLSearchParams): Promise<T> {
  const response = await fetch(`${process.env.STRIPE_LOCAL_URL}/v1/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${process.env.STRIPE_SECRET_KEY}`,
      ...(account && { 'stripe-account': account }),
    },
    ...(body && { body }),
  })
  if (!response.ok) throw new Error(`The local Stripe refused ${path}: ${await response.text()}`)
  return (await response.json()) as T
}

export type Listed<T> = { data: T[] }
