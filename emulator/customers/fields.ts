import { badParameter, invalid } from '../core/errors.ts'
import { mergeMetadata, metadata } from '../core/metadata.ts'
import {
  boolean,
  clearableText,
  emptyable,
  hash,
  ignored,
  integer,
  list,
  oneOf,
  type Params,
  required,
  type Spec,
  text,
  textUpTo,
} from '../core/params.ts'
import { fullAddress, POSTAL_ADDRESS } from '../core/postal-address.ts'
import type { Tx } from '../core/tx.ts'
import type { Customer } from './kinds.ts'

const emailAddress: Spec<string> = {
  read(value, path) {
    const address = textUpTo(512).read(value, path)
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) return address
    throw badParameter(`Invalid email address: ${address}`, { code: 'email_invalid', param: path })
  },
}

const phoneNumber: Spec<string> = {
  read(value, path) {
    const phone = text.read(value, path)
    if (phone.length <= 20) return phone
    throw badParameter(`Invalid string length: ${phone} must be at most 20 characters`, { param: path })
  },
}

const invoicePrefix: Spec<string> = {
  read(value, path) {
    const prefix = text.read(value, path)
    if (/^[A-Z0-9]{1,12}$/.test(prefix)) return prefix
    throw badParameter('Invoice number prefix must be 1–12 uppercase letters or numbers.', {})
  },
}

export const CUSTOMER_FIELDS = {
  address: emptyable(POSTAL_ADDRESS),
  balance: integer,
  business_name: clearableText,
  cash_balance: ignored,
  description: clearableText,
  email: emptyable(emailAddress),
  individual_name: clearableText,
  invoice_prefix: invoicePrefix,
  invoice_settings: hash({
    default_payment_method: clearableText,
    footer: clearableText,
    custom_fields: emptyable(list(hash({ name: required(text), value: required(text) }))),
    rendering_options: emptyable(hash({ amount_tax_display: clearableText, template: clearableText })),
  }),
  metadata,
  name: emptyable(textUpTo(256)),
  next_invoice_sequence: integer,
  phone: emptyable(phoneNumber),
  preferred_locales: list(text),
  shipping: emptyable(hash({ address: POSTAL_ADDRESS, name: text, phone: clearableText })),
  tax: ignored,
  tax_exempt: emptyable(oneOf('none', 'reverse', 'exempt')),
  validate: boolean,
}

/** Writes what was sent into a customer. @throws StripeError 400 for what does not fit together. */
export function applyFields(tx: Tx, customer: Customer, sent: Params<typeof CUSTOMER_FIELDS>): void {
  const { invoice_settings, shipping, metadata: meta, address, ...rest } = sent
  const { tax: _tax, cash_balance: _cash, validate: _validate, ...plain } = rest
  for (const [field, value] of Object.entries(plain)) Object.assign(customer, { [field]: value })
  customer.name = customer.name?.trim() || null
  // A balance is kept in one currency, the account's own until something is bought in another.
  if (customer.balance !== 0) customer.currency ??= 'usd'
  if (address !== undefined) customer.address = address === null ? null : fullAddress(address)
  if (shipping !== undefined) {
    customer.shipping = shipping && {
      name: shipping.name ?? '',
      phone: shipping.phone ?? null,
      address: fullAddress(shipping.address ?? {}),
    }
  }
  const defaultMethod = invoice_settings?.default_payment_method
  if (defaultMethod !== undefined) {
    if (defaultMethod !== null) requireOwnMethod(tx, customer, defaultMethod)
  }
  if (invoice_settings) customer.invoice_settings = invoiceSettings(customer, invoice_settings)
  customer.metadata = mergeMetadata(customer.metadata, meta)
}

function invoiceSettings(
  { invoice_settings: before }: Customer,
  sent: NonNullable<Params<typeof CUSTOMER_FIELDS>['invoice_settings']>,
): Customer['invoice_settings'] {
  const { default_payment_method, footer, custom_fields, rendering_options } = sent
  const settings = { ...before }
  if (default_payment_method !== undefined) settings.default_payment_method = default_payment_method
  if (footer !== undefined) settings.footer = footer
  if (custom_fields !== undefined) settings.custom_fields = custom_fields
  if (rendering_options !== undefined) {
    const { amount_tax_display = null, template = null } = rendering_options ?? {}
    settings.rendering_options = rendering_options && { amount_tax_display, template }
  }
  return settings
}

/** @throws StripeError 400 for a payment method that is not attached to the customer. */
function requireOwnMethod(tx: Tx, customer: Customer, methodId: string) {
  if (tx.find('payment_method', methodId)?.customer === customer.id) return
  throw invalid(
    `The customer does not have a payment method with the ID ${methodId}. The payment method must be attached to the customer.`,
    { code: 'resource_missing', param: 'invoice_settings[default_payment_method]' },
  )
}
