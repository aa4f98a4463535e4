import { metadata } from '../core/metadata.ts'
import {
  boolean,
  clearableText,
  decimal,
  emptyable,
  hash,
  integer,
  list,
  oneOf,
  required,
  text,
} from '../core/params.ts'

export const ADDRESS = hash({
  city: clearableText,
  country: text,
  line1: clearableText,
  line2: clearableText,
  postal_code: clearableText,
  state: clearableText,
})

/** Japanese addresses have a town. */
export const JAPANESE_ADDRESS = hash({
  city: clearableText,
  country: text,
  line1: clearableText,
  line2: clearableText,
  postal_code: clearableText,
  state: clearableText,
  town: clearableText,
})

/** `front` and `back`: ids of files; '' takes one away. */
export const DOCUMENT = hash({ front: clearableText, back: clearableText })

/** Who agreed to something, when and from where. */
export const DECLARATION = hash({ date: integer, ip: text, user_agent: clearableText })

/** Files given as proof of something. */
export const PROOF = hash({ files: list(text) })

const RELATIONSHIP = {
  authorizer: boolean,
  director: boolean,
  executive: boolean,
  legal_guardian: boolean,
  owner: boolean,
  percent_ownership: emptyable(decimal),
  representative: boolean,
  title: text,
}

/** `individual[…]` of an account and the parameters of a person. */
export const PERSON_FIELDS = {
  additional_tos_acceptances: hash({ account: DECLARATION }),
  address: ADDRESS,
  address_kana: JAPANESE_ADDRESS,
  address_kanji: JAPANESE_ADDRESS,
  dob: emptyable(hash({ day: required(integer), month: required(integer), year: required(integer) })),
  documents: hash({ company_authorization: PROOF, passport: PROOF, visa: PROOF }),
  email: text,
  first_name: text,
  first_name_kana: text,
  first_name_kanji: text,
  full_name_aliases: list(text),
  gender: text,
  id_number: text,
  id_number_secondary: text,
  last_name: text,
  last_name_kana: text,
  last_name_kanji: text,
  maiden_name: text,
  metadata,
  nationality: text,
  phone: text,
  political_exposure: oneOf('existing', 'none'),
  registered_address: ADDRESS,
  relationship: hash(RELATIONSHIP),
  ssn_last_4: text,
  us_cfpb_data: hash({
    ethnicity_details: hash({ ethnicity: list(text), ethnicity_other: text }),
    race_details: hash({ race: list(text), race_other: text }),
    self_identified_gender: text,
  }),
  verification: hash({ document: DOCUMENT, additional_document: DOCUMENT }),
}
