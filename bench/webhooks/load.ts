import autocannon from 'autocannon'
import { percentile } from '../figures.ts'
import { nextEvent, sign } from './events.ts'

export interface Taken {
  perSecond: number
  /** Milliseconds within which 99 of 100 were acknowledged. */
  p99: number
  /** How many were acknowledged. */
  count: number
}

const CONNECTIONS = 32

/** More than any of them takes: signing them beforehand leaves the processors to the endpoints. */
const PER_SECOND_MAX = 12_000

/** Posts another signed event on each of 32 connections as soon as the last is answered. @throws Error for an answer that is not 2xx. */
export async function takenBy(address: string, secret: string, seconds: number): Promise<Taken> {
  const events = Array.from({ length: PER_SECOND_MAX * seconds }, () => sign(nextEvent(), secret))
  const took: number[] = []
  const options: autocannon.Options = {
    url: address,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        setupRequest: request => {
          const { body, signature } = events.pop() ?? sign(nextEvent(), secret)
          const headers = { 'content-type': 'application/json', 'stripe-signature': signature }
          return { ...request, body, headers }
        },
      },
    ],
  }
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)))
    run.on('response', (_client, _status, _bytes, ms) => took.push(ms))
  })
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${address}: ${result.non2xx} refused, ${result.errors} failed`)
  }
  return { perSecond: took.length / result.duration, p99: percentile(took, 0.99), count: took.length }
}
