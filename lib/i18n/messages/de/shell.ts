import type { Translated } from '../../messages.ts'

export const shell: Translated<'shell'> = {
  description: 'Zahlungen für Marktplätze mit Stripe Connect: Geld reservieren, Arbeit liefern, dann zahlen.',
  language: 'Sprache',
  skipToContent: 'Zum Inhalt springen',
}
