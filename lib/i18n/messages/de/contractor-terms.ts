import type { Translated } from '../../messages.ts'

export const contractorTerms: Translated<'contractorTerms'> = {
  title: 'Bedingungen für Auftragnehmer',
  heading: 'Bedingungen von Holdfast für Auftragnehmer',
  version: 'Fassung {version}',
  back: 'Zurück zur Verifizierung',
  paid: 'Wie Sie bezahlt werden',
  paidText: 'Wenn Arbeit beauftragt wird, wird der Betrag auf der Karte des Auftraggebers reserviert, und wenn sie abgenommen ist, eingezogen. Der Betrag, abzüglich der Provision, die jeder Auftrag zeigt, bevor Sie anfangen, geht in Ihr Guthaben bei Stripe. Bis zum Einzug ist eine Reservierung ein Versprechen der Bank, die die Karte ausgegeben hat, und kann verfallen; der Auftrag zeigt, bis wann sie gilt.',
  debits: 'Unser Recht, Ihr Guthaben zu belasten',
  debitsText: 'Sie erlauben Holdfast, Geld aus Ihrem Guthaben bei Stripe zurückzuholen: wenn ein Auftraggeber eine Erstattung erhält, wenn eine Kartenzahlung bei der Bank reklamiert und die Reklamation verloren wird, wenn Sie versehentlich oder zu viel bezahlt wurden und wenn Sie Holdfast eine Gebühr schulden, der Sie zugestimmt haben. Wir dürfen dazu eine Überweisung zurückbuchen oder Ihr Konto belasten, auch nach dem Ende des Auftrags. Jede Belastung wird mit ihrem Grund bei Ihrem Guthaben angezeigt.',
  belowZero: 'Ein Guthaben unter null',
  belowZeroText: 'Wird mehr zurückgeholt, als Ihr Guthaben enthält, fällt es unter null. Spätere Einnahmen gleichen es zuerst aus, und wo das Recht Ihres Landes es erlaubt, darf Stripe den Rest von Ihrem Bankkonto abbuchen.',
  tellUs: 'Was Sie uns angeben',
  tellUsText: 'Sie machen wahre Angaben und senden Ihre eigenen Dokumente. Wir geben sie an Stripe weiter, das sie von Gesetzes wegen prüfen muss. Wir halten fest, dass und wann Sie ein Dokument gesendet haben, nie das Dokument selbst, und nie die Nummern Ihres Bankkontos.',
  languages: 'Welche Sprachfassung gilt',
  languagesText: 'Verbindlich ist der englische Text; Sie sehen ihn, wenn Sie die Sprache der Seite umstellen. Dieser deutsche Text ist eine Übersetzung, die das Lesen erleichtern soll; sagt sie etwas anderes, gilt der englische. Rechte, die Ihnen das zwingende Recht des Landes gibt, in dem Sie leben, bleiben unberührt.',
  changes: 'Änderungen',
  changesText: 'Wenn sich dieser Text ändert, bitten wir Sie um Zustimmung zur neuen Fassung. Bis dahin gilt zwischen uns die Fassung, der Sie zuletzt zugestimmt haben.',
}
