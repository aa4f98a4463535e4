import { connect } from 'node:net'
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
/** Requests made ready beforehand; more than any endpoint takes. Making them would keep a processor from the endpoints. */
const READY_PER_SECOND = 15_000
/** No request is longer. */
const REQUEST_BYTES_MAX = 2048

/** A whole request, as it goes over the line. */
function requestTo(url: URL, secret: string): Buffer {
  const { body, signature } = sign(nextEvent(), secret)
  const head = [
    `POST ${url.pathname} HTTP/1.1`,
    `host: ${url.host}`,
    'content-type: application/json',
    `stripe-signature: ${signature}`,
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/**
 * So many requests, one after the other, in one piece of memory: as many objects would be looked through whenever the collector of
 * garbage comes by, and that pause would be counted as the endpoint's. Where they are used up, new ones are made.
 */
function readyRequests(count: number, url: URL, secret: string): () => Buffer {
  const all = Buffer.allocUnsafe(count * REQUEST_BYTES_MAX)
  const ends = new Uint32Array(count)
  for (let index = 0, end = 0; index < count; index++)
    ends[index] = end += requestTo(url, secret).copy(all, end)
  let next = 0
  return () => {
    const [from, to] = [ends[next - 1] ?? 0, ends[next]]
    next += 1
    return to === undefined ? requestTo(url, secret) : all.subarray(from, to)
  }
}

/** Whether a response is there to its last byte. */
function isWhole(response: string): boolean {
  const end = response.indexOf('\r\n\r\n')
  if (end < 0) return false
  const length = /\r\ncontent-length: (\d+)/i.exec(response)?.[1]
  return length ? response.length >= end + 4 + Number(length) : response.endsWith('\r\n0\r\n\r\n')
}

/** One connection that asks again as soon as it is answered, until `isOver`. `took` hears of each 2xx, in milliseconds. */
function keepAsking(
  url: URL,
  next: () => Buffer,
  isOver: () => boolean,
  took: (ms: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname)
    let response = ''
    let asked = 0
    const ask = () => {
      asked = performance.now()
      socket.write(next())
    }
    socket.setNoDelay(true)
    socket.on('connect', ask)
    socket.on('data', chunk => {
      response += chunk.toString('latin1')
      if (!isWhole(response)) return
      if (!response.startsWith('HTTP/1.1 200')) return void socket.destroy(new Error(response))
      response = ''
      took(performance.now() - asked)
      if (isOver()) socket.end()
      else ask()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve())
  })
}

/**
 * Posts another signed event on each of 32 connections as soon as the last is answered. By hand, because a client for every
 * occasion takes as long as the endpoints. @throws Error for an answer that is not 200.
 */
export async function takenBy(address: string, secret: string, seconds: number): Promise<Taken> {
  const url = new URL(address)
  const next = readyRequests(READY_PER_SECOND * seconds, url, secret)
  const took: number[] = []
  const began = performance.now()
  const isOver = () => performance.now() - began > seconds * 1000
  await Promise.all(
    Array.from({ length: CONNECTIONS }, () => keepAsking(url, next, isOver, ms => took.push(ms))),
  )
  const perSecond = (took.length * 1000) / (performance.now() - began)
  return { perSecond, p99: percentile(took, 0.99), count: took.length }
}
