import type { Translated } from '../../messages.ts'

export const evidence: Translated<'evidence'> = {
  title: 'Zahlungsreklamation',
  ofOrder: 'Zahlungsreklamation zu Auftrag Nr. {number}',
  about: 'Worum es geht',
  stands: 'Stand',
  why: 'Grund',
  amount: 'Betrag',
  answerUntil: 'Antwort bis',
  answerUntilHint: 'Was die Bank bis dahin nicht gelesen hat, gilt als keine Antwort.',
  noAnswerWaited: 'Es wird keine Antwort erwartet',
  order: 'Auftrag',
  contractor: 'Auftragnehmer',
  atStripe: 'Bei Stripe',
  answerIt: 'Beantworten',
  lookAtIt: 'Ansehen',
  disputes: 'Zahlungsreklamationen',
  told: 'Was der Bank mitgeteilt wurde',
  nothingSent: 'Von hier wurde nichts gesendet, und die Bank erwartet keine Antwort mehr.',
  answer: 'Antwort an die Bank',
  evidence: 'Nachweise',
  draft: 'Aus dem Auftrag geschrieben, soweit er es hergibt. Bitte lesen, berichtigen und speichern.',
  refusedTitle: 'Stripe hat es nicht angenommen',
  refusedText:
    'Nichts davon hat die Bank erreicht. Bitte kürzen oder berichtigen, speichern und noch einmal senden.',
  sentTitle: 'Die Bank hat die Nachweise',
  sentText:
    'Gesendet am {at}. Banken entscheiden innerhalb von bis zu drei Monaten; das Ergebnis erscheint hier und im Verlauf des Auftrags, und der Teil des Auftragnehmers folgt ihm.',
  sendingTitle: 'Unterwegs zur Bank',
  sendingText:
    'Stripe hat noch nicht geantwortet. Es geht von selbst weiter; laden Sie diese Seite in einer Minute neu.',
  send: 'Senden',
  onceTitle: 'Die Bank liest es einmal',
  onceText:
    'Was gesendet ist, kann nicht geändert, ergänzt oder zurückgenommen werden. Was Sie oben geändert haben, zählt erst, wenn es gespeichert ist.',
  onceTick: 'Ich habe das Gespeicherte gelesen, und es ist vollständig.',
  sendToBank: 'An die Bank senden',
  sending: 'Wird gesendet…',
  save: 'Speichern',
  saving: 'Wird gespeichert…',
  saved: 'Gespeichert. Der Bank ist noch nichts mitgeteilt.',
  productDescription: 'Was bestellt wurde',
  customerName: 'Name des Auftraggebers',
  customerEmail: 'E-Mail-Adresse des Auftraggebers',
  customerIp: 'Bezahlt von dieser Internetadresse',
  serviceDate: 'Geliefert am',
  story: 'Was geschah',
  storyHint:
    'Die Schritte des Auftrags und seine Nachrichten. Nehmen Sie heraus, was nicht diese Zahlung betrifft: Der Karteninhaber kann es lesen.',
  refundPolicy: 'Wie Reservieren, Abnehmen und Stornieren erklärt wurden',
  tooLong: 'Höchstens {max} Zeichen.',
  empty: 'Schreiben Sie etwas: Die Bank entscheidet nach dem, was sie hier liest.',
  tick: 'Setzen Sie das Häkchen: Was gesendet ist, kann nicht geändert oder ergänzt werden.',
  not_found: 'Diese Zahlungsreklamation gibt es nicht.',
  not_answerable: 'Die Bank erwartet keine Antwort mehr. Laden Sie die Seite neu, um den Stand zu sehen.',
  already_sent: 'Die Nachweise sind unterwegs zur Bank und können nicht geändert werden.',
  changed:
    'Die Nachweise wurden neu gespeichert, seit Sie sie gelesen haben. Lesen Sie sie noch einmal, dann senden Sie sie.',
  refused:
    'Stripe hat die Nachweise nicht angenommen. Bitte kürzen oder berichtigen, speichern und noch einmal senden.',
  stripe_unavailable:
    'Stripe hat noch nicht geantwortet. Es geht von selbst weiter; diese Seite zeigt, wann die Nachweise gesendet sind.',
}
