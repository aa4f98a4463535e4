import type { Translated } from '../../messages.ts'

export const shell: Translated<'shell'> = {
  description: 'Płatności dla platform zleceń na Stripe Connect: blokada środków, wykonanie pracy, wypłata.',
  language: 'Język',
  skipToContent: 'Przejdź do treści',
}
