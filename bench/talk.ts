/** What the subject is asked: to make the marketplace, to place orders, or to check some out and time it. */
export type Ask =
  | { what: 'arrange' }
  | { what: 'place'; count: number }
  | { what: 'check out'; orderIds: string[] }

/** The marketplace: ids at Stripe, and the employer's session as the cookie has it. */
export interface Arranged {
  customerId: string
  paymentMethodId: string
  destinationAccountId: string
  session: string
}

/** What the floor is told. */
export type FloorAsk = { count: number; at: Arranged }
