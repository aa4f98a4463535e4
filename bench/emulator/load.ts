import autocannon from 'autocannon'

/** What is asked again and again. */
export interface Call {
  method: 'GET' | 'POST'
  path: string
  body?: string
}

const HEADERS = {
  authorization: 'Bearer sk_test_bench',
  'content-type': 'application/x-www-form-urlencoded',
}

/** Requests per second at ten connections for `seconds`. @throws Error when an answer is not 2xx. */
export async function rate(url: string, call: Call, seconds: number): Promise<number> {
  const result = await autocannon({
    url: `${url}${call.path}`,
    method: call.method,
    headers: HEADERS,
    connections: 10,
    duration: seconds,
    ...(call.body === undefined ? {} : { body: call.body }),
  })
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${call.method} ${call.path}: ${result.non2xx} refused, ${result.errors} failed`)
  }
  return result.requests.average
}

/** The middle of an odd number of measurements. */
export function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
