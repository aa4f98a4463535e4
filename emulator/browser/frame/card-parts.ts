import { brandRuleOf, cardDigits, formatCardNumber } from '../card/number.ts'
import { checkCvc, checkExpiry, checkNumber, formatExpiry, parseExpiry } from '../card/validation.ts'
import { Field } from './field.ts'

/** The parts of the card that a frame holds. A split form has one part in each of three frames. */
export interface CardParts {
  number?: Field
  expiry?: Field
  cvc?: Field
}

/** What leaves a frame for the API, and only for the API. */
interface CardData {
  number?: string
  exp_month?: number
  exp_year?: number
  cvc?: string
}

declare global {
  interface Window {
    /** Read by the sibling frames of the same split form; the embedding page is another origin and cannot. */
    cardPart?: { group: string; read: () => CardData }
  }
}

/** The card number field; `names` are the input names Stripe uses in the element at hand. */
export function numberField(name: string, labelled: boolean, changed: () => void): Field {
  return new Field(
    {
      name,
      label: labelled ? 'Card number' : 'Credit or debit card number',
      autocomplete: 'cc-number',
      placeholder: labelled ? '1234 1234 1234 1234' : 'Card number',
      inputMode: 'numeric',
      labelled,
      format: formatCardNumber,
      check: checkNumber,
      isFinal: value => checkNumber(value)?.code === 'invalid_number',
    },
    changed,
  )
}

/** The expiry field. */
export function expiryField(name: string, labelled: boolean, changed: () => void): Field {
  return new Field(
    {
      name,
      label: labelled ? 'Expiration date' : 'Credit or debit card expiration date',
      autocomplete: 'cc-exp',
      placeholder: 'MM / YY',
      inputMode: 'numeric',
      labelled,
      format: formatExpiry,
      check: value => checkExpiry(value, new Date()),
      isFinal: value => parseExpiry(value) !== null,
    },
    changed,
  )
}

/** The security code field; its length follows the brand of the number beside it, if that is known here. */
export function cvcField(labelled: boolean, cardNumber: () => string, changed: () => void): Field {
  const limit = () => (cardNumber() === '' ? 4 : brandRuleOf(cardDigits(cardNumber())).cvcLength)
  return new Field(
    {
      name: 'cvc',
      label: labelled ? 'Security code' : 'Credit or debit card CVC/CVV',
      autocomplete: 'cc-csc',
      placeholder: 'CVC',
      inputMode: 'numeric',
      labelled,
      format: typed => typed.replace(/\D/g, '').slice(0, limit()),
      check: value => checkCvc(value, cardNumber()),
    },
    changed,
  )
}

/** What is typed in this frame's parts. */
export function readCard(parts: CardParts): CardData {
  const expiry = parseExpiry(parts.expiry?.value ?? '')
  return {
    number: parts.number && cardDigits(parts.number.value),
    exp_month: expiry?.month,
    exp_year: expiry?.year,
    cvc: parts.cvc?.value,
  }
}

function siblingPart(index: number, group: string): CardData {
  try {
    // A frame of another origin throws on this property.
    const part = (window.parent.frames[index] as Window | undefined)?.cardPart
    return part?.group === group ? part.read() : {}
  } catch {
    return {}
  }
}

/** The whole card: this frame's parts and those in the other frames of the same split form. */
export function collectCard(parts: CardParts, group: string): CardData {
  const card: CardData = {}
  for (let i = 0; i < window.parent.frames.length; i += 1) {
    for (const [name, value] of Object.entries(siblingPart(i, group))) {
      if (value !== undefined) Object.assign(card, { [name]: value })
    }
  }
  const own = Object.entries(readCard(parts)).filter(([, value]) => value !== undefined)
  return { ...card, ...Object.fromEntries(own) }
}
