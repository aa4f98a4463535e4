import { clearableText, emptyable, hash, type Params, required } from '../core/params.ts'
import { fullAddress, POSTAL_ADDRESS } from '../core/postal-address.ts'

const FIELDS = {
  address: required(POSTAL_ADDRESS),
  carrier: clearableText,
  name: clearableText,
  phone: clearableText,
  tracking_number: clearableText,
}

/** Where what was paid for is sent; `''` clears it. */
export const SHIPPING = emptyable(hash(FIELDS))

/** The shipping details as payments show them. */
export function shippingOf(sent: Params<typeof FIELDS>) {
  return {
    address: fullAddress(sent.address),
    carrier: sent.carrier ?? null,
    name: sent.name ?? '',
    phone: sent.phone ?? null,
    tracking_number: sent.tracking_number ?? null,
  }
}
