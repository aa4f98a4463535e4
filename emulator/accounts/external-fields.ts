import { badParameter } from '../core/errors.ts'
import { metadata } from '../core/metadata.ts'
import {
  boolean,
  hash,
  integer,
  list,
  oneOf,
  type Params,
  required,
  type Spec,
  text,
} from '../core/params.ts'
import { BANK_FIELDS } from '../tokens/bank-account.ts'

const BANK = {
  ...BANK_FIELDS,
  object: oneOf('bank_account'),
  default_for_currency: boolean,
  documents: hash({ bank_account_ownership_verification: hash({ files: list(text) }) }),
  metadata,
}

const CARD = {
  object: required(oneOf('card')),
  number: required(text),
  exp_month: required(integer),
  exp_year: required(integer),
  cvc: text,
  currency: text,
  name: text,
  default_for_currency: boolean,
  address_city: text,
  address_country: text,
  address_line1: text,
  address_line2: text,
  address_state: text,
  address_zip: text,
  metadata,
}

/** Where payouts may go, in parts. */
export type SentExternal = Params<typeof BANK> | Params<typeof CARD>

/** A token's id, or a bank account or debit card in parts; '' changes nothing. */
export const EXTERNAL_ACCOUNT: Spec<string | SentExternal | null> = {
  read(value, path) {
    if (typeof value === 'string') return value === '' ? null : value
    if (Array.isArray(value)) throw badParameter('Invalid object', { param: path })
    if (typeof value.token === 'string') return value.token
    return value.object === 'card' ? hash(CARD).read(value, path) : hash(BANK).read(value, path)
  },
}
