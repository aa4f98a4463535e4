import { expect, it } from 'vitest'
import { formEncode } from './form-encode.ts'

it('writes nested parameters as Stripe reads them and leaves out what is not there', () => {
  const encoded = formEncode({
    card: { number: '42', cvc: undefined },
    expand: ['a', 'b'],
    ok: true,
    gone: null,
  })
  expect(decodeURIComponent(encoded)).toBe('card[number]=42&expand[0]=a&expand[1]=b&ok=true')
})
