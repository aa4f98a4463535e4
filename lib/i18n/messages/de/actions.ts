import type { Translated } from '../../messages.ts'

export const actions: Translated<'actions'> = {
  unexpected:
    'Bei uns ist etwas schiefgegangen. Es ist nichts verloren; bitte versuchen Sie es erneut. Referenz: {reference}',
  checkFields: 'Bitte prüfen Sie die markierten Felder.',
  signedOut: 'Sie sind abgemeldet. Melden Sie sich an und versuchen Sie es erneut.',
  wrongRole: 'Mit Ihrem Konto ist das nicht möglich.',
}
