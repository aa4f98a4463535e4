import { integrationError } from './integration-error.ts'

const SECRET = /^(?:pi|seti)_\w+_secret_\w+$/
// biome-ignore lint/suspicious/noTemplateCurlyInString: Stripe.js writes it so.
const SECRET_FORM = 'a client secret of the form ${id}_secret_${secret}'

function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
}

/** @throws IntegrationError unless the key is a publishable one. */
export function requirePublishableKey(key: unknown): asserts key is string {
  if (key === undefined || key === null)
    throw integrationError('Missing value for Stripe(): apiKey should be a string.')
  if (typeof key !== 'string') {
    throw integrationError(
      `Invalid value for Stripe(): apiKey should be a string. You specified: ${shown(key)}.`,
    )
  }
  if (/^[sr]k_/.test(key)) {
    throw integrationError(
      'You should not use your secret key with Stripe.js. Please pass a publishable key instead.',
    )
  }
  if (!key.startsWith('pk_')) {
    const used = key === '' ? 'an empty string' : `"${key}"`
    throw integrationError(`Please call Stripe() with your publishable key. You used ${used}.`)
  }
}

/**
 * @param place what Stripe.js calls the argument, such as `stripe.confirmCardPayment intent secret: value`
 * @throws IntegrationError unless the value has the form of an intent's client secret.
 */
export function requireSecret(place: string, value: unknown): asserts value is string {
  if (value === undefined || value === null || value === '')
    throw integrationError(`Missing value for ${place} should be ${SECRET_FORM}.`)
  if (typeof value !== 'string' || !SECRET.test(value))
    throw integrationError(
      `Invalid value for ${place} should be ${SECRET_FORM}. You specified: ${shown(value)}.`,
    )
}

/** The words of the options of `stripe.elements()` that can be wrong. @throws IntegrationError. */
export function checkElementsOptions(options: Record<string, unknown>): void {
  const { clientSecret, mode, amount, currency } = options
  if (clientSecret !== undefined && clientSecret !== null)
    requireSecret('elements(): clientSecret', clientSecret)
  if (mode === undefined) return
  if (clientSecret) throw integrationError('elements(): clientSecret and mode cannot be given together.')
  if (mode !== 'payment' && mode !== 'setup' && mode !== 'subscription') {
    const words = 'payment, setup, subscription'
    throw integrationError(
      `Invalid value for elements(): mode should be one of the following strings: ${words}. You specified: ${shown(mode)}.`,
    )
  }
  if (mode === 'setup') return
  if (typeof currency !== 'string')
    throw integrationError(
      `Missing value for elements(): currency should be a three-letter ISO currency code.`,
    )
  if (!Number.isInteger(amount) || Number(amount) < 0) {
    throw integrationError(
      `Invalid value for elements(): amount should be a positive amount in the smallest currency unit. You specified: ${shown(amount)}.`,
    )
  }
}

/** What `confirmPayment` and `confirmSetup` cannot do without. @throws IntegrationError. */
export function checkConfirmOptions(method: string, options: Record<string, unknown>): void {
  const { elements, clientSecret, confirmParams, redirect } = options
  if (!elements && clientSecret === undefined)
    throw integrationError(
      `stripe.${method}(): expected either \`elements\` or \`clientSecret\`, but got neither.`,
    )
  if (clientSecret !== undefined) requireSecret(`stripe.${method}(): clientSecret`, clientSecret)
  if (redirect !== undefined && redirect !== 'always' && redirect !== 'if_required') {
    throw integrationError(
      `Invalid value for stripe.${method}(): redirect should be one of the following strings: always, if_required. You specified: ${shown(redirect)}.`,
    )
  }
  const { return_url: returnUrl } = (confirmParams ?? {}) as { return_url?: unknown }
  if (redirect !== 'if_required' && !returnUrl) {
    throw integrationError(
      `stripe.${method}(): the \`confirmParams.return_url\` argument is required unless passing \`redirect: 'if_required'\`.`,
    )
  }
}
