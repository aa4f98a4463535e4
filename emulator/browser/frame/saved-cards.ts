import { type ApiCaller, apiRequest } from '../api.ts'

/** A card that the customer saved before, as the API shows it. */
export interface SavedCard {
  id: string
  type: string
  card?: { brand: string; display_brand?: string | null; last4: string; exp_month: number; exp_year: number }
  billing_details?: unknown
}

/** The cards that a customer session lets this browser show; none without a session, or when it is over. */
export async function loadSavedCards(caller: ApiCaller, session: string | undefined): Promise<SavedCard[]> {
  if (!session) return []
  const params = { customer_session_client_secret: session }
  const { value } = await apiRequest(caller, 'GET', '/_browser/saved', params)
  return ((value?.saved ?? []) as SavedCard[]).filter(({ card }) => card !== undefined)
}

const two = (value: number) => String(value % 100).padStart(2, '0')

function labelOf({ card }: SavedCard): string {
  if (!card) return ''
  const brand = card.display_brand ?? card.brand
  return `${brand.charAt(0).toUpperCase()}${brand.slice(1)} •••• ${card.last4}, expires ${two(card.exp_month)} / ${two(card.exp_year)}`
}

/** The choice between saved cards and a new one, above the fields for a new one. The first saved card is chosen. */
export class SavedCards {
  readonly root = document.createElement('fieldset')
  readonly #cards: SavedCard[]

  /** `newCard` is shown only while a new card is chosen. */
  constructor(cards: SavedCard[], newCard: HTMLElement, changed: () => void) {
    this.#cards = cards
    this.root.className = 'saved'
    const legend = document.createElement('legend')
    legend.className = 'label'
    legend.textContent = 'Saved cards'
    this.root.append(
      legend,
      ...cards.map(card => this.#option(card.id, labelOf(card))),
      this.#option('', 'New card'),
    )
    const first = this.root.querySelector('input')
    if (first) first.checked = true
    newCard.hidden = true
    this.root.addEventListener('change', () => {
      newCard.hidden = this.chosen !== null
      changed()
    })
  }

  /** The saved card that is chosen, or null for a new one. */
  get chosen(): SavedCard | null {
    const value = this.root.querySelector<HTMLInputElement>('input:checked')?.value
    return this.#cards.find(({ id }) => id === value) ?? null
  }

  #option(value: string, text: string): HTMLElement {
    const label = document.createElement('label')
    const radio = document.createElement('input')
    radio.type = 'radio'
    radio.name = 'saved'
    radio.value = value
    label.append(radio, text)
    return label
  }
}
