import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { networkKey } from './limits.ts'
import { watchPeerAddresses } from './peer-address.ts'
import { clientIp } from './request-origin.ts'

describe('the address of a client', () => {
  const server = createServer((received, response) => response.end(received.headers['x-forwarded-for']))
  const chain = (sent?: string | string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const { port } = server.address() as AddressInfo
      const headers = sent === undefined ? {} : { 'x-forwarded-for': sent }
      request({ host: '127.0.0.1', port, headers }, response => {
        response.setEncoding('utf8').on('data', resolve)
      })
        .on('error', reject)
        .end()
    })

  beforeAll(async () => {
    watchPeerAddresses()
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => {
    server.close()
  })

  test('is that of the connection when no proxy is trusted, whatever the client claims', async () => {
    const claims = [
      undefined,
      '',
      '1.2.3.4',
      '1.2.3.4, 5.6.7.8',
      ['1.2.3.4', '5.6.7.8'],
      ',',
      '127.0.0.2,',
      'x'.repeat(5000),
    ]
    for (const claim of claims) expect(clientIp(await chain(claim), 0)).toBe('127.0.0.1')
  })

  test('is what the nearest trusted proxy saw, whatever the client claims before it', async () => {
    expect(clientIp(await chain('203.0.113.5'), 1)).toBe('203.0.113.5')
    expect(clientIp(await chain('1.2.3.4, 203.0.113.5'), 1)).toBe('203.0.113.5')
    expect(clientIp(await chain('1.2.3.4, 203.0.113.5, 10.0.0.2'), 2)).toBe('203.0.113.5')
  })

  test('is unknown when fewer proxies were passed than are trusted, and when there is none', async () => {
    expect(clientIp(await chain(), 1)).toBe('')
    expect(clientIp(null, 0)).toBe('')
  })
})

test('a household’s whole /64 of IPv6 counts as one network, an IPv4 address as itself', () => {
  expect(networkKey('203.0.113.7')).toBe('203.0.113.7')
  expect(networkKey('2001:db8:1:2:aaaa::1')).toBe(networkKey('2001:db8:1:2:bbbb:cccc:dddd:eeee'))
  expect(networkKey('2001:db8:1:2::1')).not.toBe(networkKey('2001:db8:1:3::1'))
  expect(networkKey('::1')).toBe('0:0:0:0')
  expect(networkKey('2001:db8::1')).toBe('2001:db8:0:0')
})
