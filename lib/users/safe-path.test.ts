import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safePath } from './safe-path.ts'

const ELSEWHERE = [
  'https://evil.example',
  'http:evil.example',
  'HTTPS://evil.example/orders',
  '//evil.example',
  '///evil.example',
  '////evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\\/evil.example',
  '//\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  ' https://evil.example',
  '\u0000//evil.example',
  '/\r\nLocation: https://evil.example',
  '%2f%2fevil.example',
  '/%2fevil.example',
  '/%2Fevil.example',
  '/%5cevil.example',
  '/%5Cevil.example',
  '/%09/evil.example',
  '/%252fevil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/orders/..//evil.example',
  '/%2e%2e//evil.example',
  '/orders//evil.example',
  '/@evil.example',
  '/user:pass@evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://evil.example/1',
  'evil.example',
  'orders',
  '',
  '?next=//evil.example',
  '#//evil.example',
  '/api/auth/signout',
  '/API/auth/signout',
  '/%61pi/auth/signout',
  '/orders/%zz\\evil',
  `/${'a'.repeat(2001)}`,
]

describe('where to go after signing in', () => {
  test.each(ELSEWHERE)('refuses %j', wanted => {
    expect(safePath(wanted)).toBe('/dashboard')
  })

  test.each([undefined, null, 7, ['/orders', '/cards'], { toString: () => '/orders' }])(
    'refuses %j',
    wanted => {
      expect(safePath(wanted)).toBe('/dashboard')
    },
  )

  test.each([
    '/',
    '/orders',
    '/orders?status=held&q=a%20b',
    '/orders?q=//no-path',
    '/orders?q=ada@example.com',
    '/admin/orders/ord_0123#refund',
    '/orders/50%25',
  ])('keeps %j', wanted => {
    expect(safePath(wanted)).toBe(wanted)
  })

  test('never leads a browser to another origin, whatever it is given', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '//',
      '@',
      ':',
      '.',
      '..',
      '%2f',
      '%5c',
      '%09',
      '\t',
      '?',
      '#',
      'http:',
      'evil',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), pieces => {
        const path = safePath(pieces.join(''))
        expect(new URL(path, 'https://holdfast.example').origin).toBe('https://holdfast.example')
        expect(path.startsWith('/') && !path.startsWith('//')).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })
})
