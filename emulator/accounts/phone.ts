import { invalid } from '../core/errors.ts'

const CODES: Record<string, string> = {
  AU: '61',
  CA: '1',
  CH: '41',
  DE: '49',
  ES: '34',
  FR: '33',
  GB: '44',
  IE: '353',
  IT: '39',
  NL: '31',
  PL: '48',
  US: '1',
}

/**
 * A phone number as Stripe shows it, with its country's code. The test number 0000000000 is taken for an American one.
 * @throws StripeError 400 for what is no phone number.
 */
export function e164(phone: string, country: string | null | undefined, param: string): string {
  if (phone === '') return phone
  if (!/^\+?[\d\s().-]{7,20}$/.test(phone)) throw invalid(`"${phone}" is not a valid phone number`, { param })
  const digits = phone.replaceAll(/\D/g, '')
  if (phone.startsWith('+')) return `+${digits}`
  if (/^0+$/.test(digits)) return `+1${digits}`
  const code = CODES[country ?? 'US']
  if (code === undefined) return digits
  return digits.startsWith('0') ? `+${code}${digits.slice(1)}` : `+${code}${digits}`
}
