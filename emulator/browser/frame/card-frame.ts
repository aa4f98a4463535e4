import { apiRequest } from '../api.ts'
import { brandRuleOf, cardDigits } from '../card/number.ts'
import type { Channel } from '../channel.ts'
import { type CardForm, cardLine, cardPart, paymentForm, validateForm } from './card-form.ts'
import { collectCard, readCard } from './card-parts.ts'
import type { BillingDetails, FrameOptions } from './frame-options.ts'
import { type SavedCard, SavedCards } from './saved-cards.ts'

function mergeBilling(form: CardForm, given: BillingDetails | undefined): BillingDetails {
  const address = { ...given?.address, ...form.address() }
  return { ...given, ...(Object.keys(address).length > 0 ? { address } : {}) }
}

function changeEvent(element: string, form: CardForm) {
  const state = {
    elementType: element,
    empty: form.fields.every(field => field.empty),
    complete: form.fields.every(field => field.complete),
  }
  if (element === 'payment') {
    const { country, postal_code: postalCode } = form.address()
    const billingDetails = { address: { country: country ?? null, postalCode: postalCode ?? null } }
    return { ...state, collapsed: false, value: { type: 'card', billingDetails } }
  }
  const error = form.fields.find(field => field.shownError !== null)?.shownError ?? undefined
  const { number } = form.parts
  return {
    ...state,
    error,
    ...(number ? { brand: brandRuleOf(cardDigits(number.value)).brand } : {}),
    ...(element === 'card' ? { value: { postalCode: form.address().postal_code ?? '' } } : {}),
  }
}

function savedEvent(saved: SavedCard) {
  const value = { type: saved.type, payment_method: saved }
  return { elementType: 'payment', empty: false, complete: true, collapsed: false, value }
}

function buildForm(element: string, root: HTMLElement, options: FrameOptions, changed: () => void): CardForm {
  if (element === 'payment') return paymentForm(root, options, changed)
  if (element === 'card') return cardLine(root, options, changed)
  return cardPart(element, root, changed)
}

/**
 * A frame that takes card data: the Payment Element, the Card Element, or a part of a split form.
 * Card data goes from here to the API and is in no message to the page.
 * Returns what to do when the page changes the options.
 */
export function startCardFrame(
  element: string,
  root: HTMLElement,
  channel: Channel,
  first: FrameOptions,
  cards: SavedCard[],
): (options: FrameOptions) => void {
  let options = first
  const fields = document.createElement('div')
  const tellChange = () => {
    const chosen = saved?.chosen
    channel.send('change', chosen ? savedEvent(chosen) : changeEvent(element, form))
  }
  const form = buildForm(element, fields, first, tellChange)
  const saved = cards.length > 0 ? new SavedCards(cards, fields, tellChange) : null
  root.append(...(saved ? [saved.root] : []), fields)
  window.cardPart = { group: first.group, read: () => readCard(form.parts) }
  const post = (path: string, params: Record<string, unknown>) =>
    apiRequest({ origin: location.origin, key: options.key, account: options.account }, 'POST', path, params)

  channel.answer('validate', async () => {
    const error = saved?.chosen ? null : validateForm(form)
    tellChange()
    return error ? { error } : { selectedPaymentMethod: 'card' }
  })
  channel.answer('createPaymentMethod', async payload => {
    if (saved?.chosen) return { value: saved.chosen }
    const error = validateForm(form)
    if (error) return { error }
    const { billing_details: given, ...rest } = payload as { billing_details?: BillingDetails }
    const card = collectCard(form.parts, options.group)
    return post('/v1/payment_methods', {
      ...rest,
      type: 'card',
      card,
      billing_details: mergeBilling(form, given),
    })
  })
  channel.answer('createToken', async payload => {
    const error = validateForm(form)
    if (error) return { error }
    const card = collectCard(form.parts, options.group)
    const postal = form.address().postal_code
    return post('/v1/tokens', {
      card: { address_zip: postal, ...card, ...(payload as Record<string, unknown>) },
    })
  })
  channel.on('clear', () => {
    for (const field of form.fields) field.clear()
  })
  channel.on('focus', () => root.querySelector('input')?.focus())
  return next => {
    options = next
    for (const field of form.fields) field.input.disabled = next.disabled === true
    form.update(next)
  }
}
