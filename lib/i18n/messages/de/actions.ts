import type { Translated } from '../../messages.ts'

export const actions: Translated<'actions'> = {
  unexpected:
    'Bei uns ist etwas schiefgegangen. Es ist nichts verloren; bitte versuchen Sie es erneut. Referenz: {reference}',
  checkFields: 'Bitte prüfen Sie die markierten Felder.',
  signedOut: 'Sie sind abgemeldet. Melden Sie sich an und versuchen Sie es erneut.',
  onlyLooking: 'Sie sehen diese Seiten nur an. Beenden Sie die Ansicht, um selbst etwas zu tun.',
  wrongRole: 'Mit Ihrem Konto ist das nicht möglich.',
  notVerified:
    'Bestätigen Sie zuerst Ihre E-Mail-Adresse: Öffnen Sie den Link in der E-Mail, die wir Ihnen gesendet haben. Der Hinweis oben auf der Seite sendet sie erneut.',
}
