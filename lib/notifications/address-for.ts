/** Where it leads: to its order, to the offers, to the cards, or to the balance that it changed. */
export function addressFor(
  { orderId, kind }: { orderId: string | null; kind: string },
  reader: { role: string },
): string {
  if (kind === 'objection_made') return '/admin/objections'
  if (kind === 'objection_answered') return '/balance/recoveries'
  if (orderId) return `${reader.role === 'ADMIN' ? '/admin' : ''}/orders/${orderId}`
  if (kind.startsWith('offer_')) return '/offers'
  return kind === 'card_expires' ? '/cards' : '/balance'
}
