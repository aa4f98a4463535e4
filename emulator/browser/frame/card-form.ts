import { brandRuleOf, cardDigits } from '../card/number.ts'
import type { FieldError } from '../card/validation.ts'
import { type CardParts, cvcField, expiryField, numberField } from './card-parts.ts'
import { COUNTRIES, guessCountry, POSTAL_CHECKED, postalLabel } from './countries.ts'
import { Field } from './field.ts'
import type { FrameOptions } from './frame-options.ts'
import { SelectField } from './select-field.ts'

/** A mounted card form: what the frame's messages need of it. */
export interface CardForm {
  parts: CardParts
  fields: Field[]
  /** Where the payer says they live, as `billing_details.address`. */
  address: () => Record<string, string>
  /** Applies what changed in the options. */
  update: (options: FrameOptions) => void
}

const MANDATE =
  'By providing your card information, you allow this business to charge your card for future payments in accordance with their terms.'

function brandMark(number: Field): HTMLElement {
  const mark = document.createElement('span')
  mark.className = 'brand'
  number.root.append(mark)
  number.input.addEventListener('input', () => {
    const { brand, label } = brandRuleOf(cardDigits(number.value))
    mark.textContent = brand === 'unknown' ? '' : label
  })
  return mark
}

function postalField(labelled: boolean, value: string, changed: () => void): Field {
  return new Field(
    {
      name: labelled ? 'postalCode' : 'postal',
      label: labelled ? 'Postal code' : 'ZIP',
      autocomplete: 'billing postal-code',
      placeholder: labelled ? '' : 'ZIP',
      labelled,
      value,
      optional: true,
      check: () => null,
    },
    changed,
  )
}

function collectsAddress(options: FrameOptions, part: string): boolean {
  const billing = options.fields?.billingDetails
  if (billing === undefined || typeof billing === 'string') return billing !== 'never'
  if (billing.address === undefined || typeof billing.address === 'string') return billing.address !== 'never'
  return billing.address[part] !== 'never'
}

/** The stacked, labelled form of the Payment Element. */
export function paymentForm(root: HTMLElement, options: FrameOptions, changed: () => void): CardForm {
  const number = numberField('number', true, changed)
  const expiry = expiryField('expiry', true, changed)
  const cvc = cvcField(true, () => number.value, changed)
  const given = options.defaultValues?.billingDetails?.address
  const postal = postalField(true, given?.postal_code ?? '', changed)
  const country = new SelectField(
    {
      name: 'country',
      label: 'Country',
      autocomplete: 'billing country',
      options: COUNTRIES,
      value: given?.country ?? guessCountry(),
    },
    () => {
      showPostal()
      changed()
    },
  )
  const showPostal = () => {
    const label = postal.root.querySelector('label')
    if (label) label.textContent = postalLabel(country.value)
    postal.root.hidden = !POSTAL_CHECKED.includes(country.value) || country.root.hidden
  }
  const note = document.createElement('p')
  note.className = 'note wide'
  const update = (next: FrameOptions) => {
    country.root.hidden = !collectsAddress(next, 'country')
    showPostal()
    if (!collectsAddress(next, 'postalCode')) postal.root.hidden = true
    note.textContent = next.mode === 'setup' && next.terms?.card !== 'never' ? MANDATE : ''
  }
  brandMark(number)
  root.className = 'form'
  root.append(number.root, expiry.root, cvc.root, country.root, postal.root, note)
  update(options)
  return {
    parts: { number, expiry, cvc },
    fields: [number, expiry, cvc, postal],
    address: () => ({
      ...(country.root.hidden ? {} : { country: country.value }),
      ...(postal.root.hidden || postal.empty ? {} : { postal_code: postal.value }),
    }),
    update,
  }
}

/** The single line of the older Card Element. */
export function cardLine(root: HTMLElement, options: FrameOptions, changed: () => void): CardForm {
  const number = numberField('cardnumber', false, changed)
  const expiry = expiryField('exp-date', false, changed)
  const cvc = cvcField(false, () => number.value, changed)
  const postal = postalField(false, options.defaultValues?.address?.postal_code ?? '', changed)
  const mark = brandMark(number)
  const update = (next: FrameOptions) => {
    postal.root.hidden = next.hidePostalCode === true
    mark.hidden = next.hideIcon === true
  }
  root.className = 'line'
  root.append(mark, number.root, expiry.root, cvc.root, postal.root)
  update(options)
  return {
    parts: { number, expiry, cvc },
    fields: [number, expiry, cvc, postal],
    address: () => {
      const address: Record<string, string> = {}
      if (!postal.root.hidden && !postal.empty) address.postal_code = postal.value
      return address
    },
    update,
  }
}

/** One part of a split card form, alone in its frame. */
export function cardPart(element: string, root: HTMLElement, changed: () => void): CardForm {
  const parts: CardParts = {}
  if (element === 'cardNumber') parts.number = numberField('cardnumber', false, changed)
  else if (element === 'cardExpiry') parts.expiry = expiryField('exp-date', false, changed)
  else parts.cvc = cvcField(false, () => '', changed)
  const fields = [parts.number, parts.expiry, parts.cvc].filter(field => field !== undefined)
  root.className = 'bare'
  root.append(...fields.map(field => field.root))
  return { parts, fields, address: () => ({}), update: () => {} }
}

/** The first thing wrong, in reading order; every wrong field is marked. */
export function validateForm(form: CardForm): FieldError | null {
  const problems = form.fields.map(field => field.validate())
  const first = problems.findIndex(problem => problem !== null)
  if (first >= 0) form.fields[first]?.input.focus()
  return problems[first] ?? null
}
