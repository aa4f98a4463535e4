import type { Translated } from '../../messages.ts'

export const refunds: Translated<'refunds'> = {
  askedForByEmployer: 'Vom Auftraggeber verlangt',
  notDelivered: 'Die Arbeit wurde nicht geliefert',
  notAsAgreed: 'Die Arbeit entsprach nicht der Vereinbarung',
  chargedTwice: 'Doppelt abgebucht',
  fraud: 'Betrug',
  chooseReason: 'Wählen Sie einen Grund.',
  noteTooLong: 'Höchstens 500 Zeichen.',
  commissionNeedsShare: 'Die Provision kann nur zusammen mit dem Anteil des Auftragnehmers zurückgegeben werden.',
  noPayment: 'Diese Zahlung gibt es nicht.',
  amountInvalid: 'Geben Sie den Betrag als Zahl über null an, etwa 120 oder 120,50.',
  moreThanLeft: 'Das ist mehr, als noch erstattet werden kann. Laden Sie die Seite neu, um zu sehen, wie viel das ist.',
  nothingCaptured: 'Von der Karte wurde noch nichts eingezogen. Stornieren Sie stattdessen den Auftrag, um die Reservierung freizugeben.',
  contractorShort: 'Das Guthaben des Auftragnehmers deckt seinen Anteil nicht; Stripe hat diese Erstattung daher abgelehnt, und es wurde nichts bewegt. Erstatten Sie, ohne die Überweisung an ihn zurückzubuchen, und fordern Sie den Anteil zurück, sobald sein Guthaben reicht.',
  disputed: 'Die Bank des Auftraggebers hat dieses Geld durch eine Zahlungsreklamation zurückgeholt, und Stripe erstattet es kein zweites Mal. Es wurde nichts bewegt. Was Sie tun können, steht bei der Reklamation.',
  transferShort: 'Ein Teil der Überweisung dieses Auftrags wurde schon zurückgebucht; es ist weniger übrig, als hier zurückzubuchen wäre. Erstatten Sie, ohne den Anteil des Auftragnehmers zurückzuholen, und fordern Sie ihn danach von ihm zurück.',
  formReused: 'Dieses Formular wurde schon mit anderem Inhalt gesendet. Laden Sie die Seite neu, um von vorn zu beginnen.',
  refusedByStripe: 'Stripe hat diese Erstattung abgelehnt, und es wurde nichts bewegt. Der Grund steht im Protokoll.',
  needsSecond: 'So viel dürfen Sie nicht allein erstatten. Beantragen Sie es, dann entscheidet ein anderer Administrator.',
  processing: 'Stripe hat noch nicht geantwortet. Erstatten Sie nicht noch einmal: Das Ergebnis erscheint hier binnen einer Minute.',
}
