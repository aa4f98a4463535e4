import type { Translated } from '../../messages.ts'

export const story: Translated<'story'> = {
  title:
    "Die Geschichte durchspielen",
  about:
    "Stripe läuft hier lokal: Kein Geld ist echt, nichts verlässt diesen Rechner, und alles lässt sich ausprobieren. Beginnen Sie, wo Sie möchten.",
  people:
    "Die Personen",
  peopleAbout:
    "Ein Klick meldet Sie an. Von Hand: Das Passwort ist für alle {password}; mit zwei Browsern sind Sie zwei Personen zugleich.",
  signInAs:
    "Als {name} anmelden",
  signingIn:
    "Anmeldung …",
  emmaIs:
    "Auftraggeberin mit gespeicherter Karte",
  noahIs:
    "Auftraggeber ohne Karte",
  claraIs:
    "Auftragnehmerin, verifiziert",
  liamIs:
    "Auftragnehmer, halb verifiziert",
  miaIs:
    "Auftragnehmerin, Adresse von Stripe abgelehnt",
  alexIs:
    "Administrator, Inhaber: alles",
  fionaIs:
    "Administratorin, Finanzen: alles, was Geld bewegt",
  samIs:
    "Administrator, Support: sieht und erstattet wenig",
  emmaTry:
    "Die gelieferte Arbeit abnehmen, eine Reservierung erneuern, den nächsten Meilenstein beginnen, einen Streitfall eröffnen.",
  noahTry:
    "Eine Karte speichern, ein Inserat beauftragen, mit 3D Secure reservieren, eine Ablehnung sehen.",
  claraTry:
    "Den reservierten Auftrag liefern, das Guthaben ansehen, auszahlen, eine Abrechnung lesen.",
  liamTry:
    "Die beiden Dokumente hochladen und zusehen, wie Stripe sie prüft.",
  miaTry:
    "Sehen, was Stripe abgelehnt hat, und es noch einmal senden.",
  alexTry:
    "Den Streitfall entscheiden, einen Teil erstatten, von Clara zurückfordern, jeden Cent nachlesen.",
  fionaTry:
    "Als zweite Administratorin über eine große Erstattung entscheiden, um die Alex bittet.",
  samTry:
    "Sehen, was ein Administrator sieht, der wenig bewegen darf.",
  steps:
    "Was Sie ausprobieren können, Schritt für Schritt",
  orderTitle:
    "Noah: einen Auftrag erteilen",
  orderWhat:
    "Öffnen Sie die Inserate, wählen Sie eines von Clara und beauftragen Sie es zum angegebenen Preis. Eingezogen wird dabei nichts.",
  holdTitle:
    "Noah: das Geld reservieren",
  holdWhat:
    "Geben Sie 4242 4242 4242 4242 mit beliebigem Datum und CVC ein, oder 4000 0025 0000 3155 für die Prüfung einer Bank. Der Auftrag zeigt, bis wann reserviert ist.",
  deliverTitle:
    "Clara: liefern",
  deliverWhat:
    "Clara erfährt, dass das Geld reserviert ist. Öffnen Sie den Auftrag und melden Sie ihn als geliefert: Noahs offene Seite zeigt es binnen einer Sekunde.",
  approveTitle:
    "Noah: abnehmen",
  approveWhat:
    "Alles oder einen Teil. Das reservierte Geld wird eingezogen, Claras Anteil ist im selben Schritt in ihrem Guthaben, und beide haben einen Beleg.",
  daysTitle:
    "Die Uhr: zwei Tage vergehen lassen",
  daysWhat:
    "Unten. Was Clara verdient hat, wird verfügbar: Dann kann sie es an ihre Bank auszahlen.",
  refundTitle:
    "Alex: erstatten und zurückfordern",
  refundWhat:
    "Geben Sie dem Auftraggeber einen Teil zurück, oder holen Sie Geld vom Auftragnehmer zurück; vorher steht jeweils da, wer was bezahlt. Sehen Sie sich dann jeden Cent des Auftrags an.",
  disagreeTitle:
    "Emma: einen Streitfall eröffnen",
  disagreeWhat:
    "Bitten Sie einen Administrator, über einen Auftrag zu entscheiden. Nichts geschieht von selbst, bis Alex entschieden hat; beide erfahren es.",
  endTitle:
    "Die Uhr: eine Reservierung enden lassen",
  endWhat:
    "Unten. Emma und Clara erfahren es; das Geld wird auf der Karte wieder frei, oder es geschieht, was Emma vorher gewählt hat.",
  clock:
    "Zeit vergehen lassen",
  clockAbout:
    "Die Uhr von Stripe wird vorgestellt, und was fällig ist, geschieht: Geld wird verfügbar, Reservierungen enden, Auszahlungen kommen an, Prüfungen werden abgeschlossen.",
  clockNow:
    "Für Stripe ist jetzt {at}.",
  clockNextEnd:
    "Die nächste Reservierung endet am {at}.",
  clockNoHold:
    "Zurzeit ist kein Geld reserviert.",
  clockAway:
    "Das lokale Stripe antwortet gerade nicht.",
  pass:
    "Vergehen lassen",
  anHour:
    "Eine Stunde",
  aDay:
    "Ein Tag",
  twoDays:
    "Zwei Tage",
  nextHold:
    "Bis zum Ende der nächsten Reservierung",
  move:
    "Die Uhr vorstellen",
  moving:
    "Die Zeit vergeht …",
  movedNothing:
    "Für Stripe ist es jetzt {at} UTC. An Aufträgen ist nichts geschehen.",
  moved:
    "Für Stripe ist es jetzt {at} UTC. {count, plural, one {# Ereignis an Aufträgen; es steht unten.} other {# Ereignisse an Aufträgen; die neuesten stehen unten.}}",
  happened:
    "Was zuletzt geschah",
  happenedTo:
    "<b>{what}</b>: Auftrag Nr. {number}, {title}",
  byItself:
    "Holdfast und Stripe",
  cards:
    "Karten",
  cardsAbout:
    "Ein beliebiges künftiges Datum und ein beliebiger CVC.",
  cardsCaption:
    "Karten des lokalen Stripe",
  number:
    "Nummer",
  outcome:
    "Was geschieht",
  cardWorks:
    "Funktioniert.",
  cardAtOnce:
    "Funktioniert, und das Geld ist sofort verfügbar statt nach zwei Tagen.",
  cardCheck:
    "Verlangt 3D Secure: Sie sind die Bank und entscheiden.",
  cardLater:
    "Lässt sich speichern, wird beim Belasten abgelehnt.",
  cardDeclined:
    "Wird beim Speichern abgelehnt.",
  cardFunds:
    "Wird abgelehnt: keine Deckung.",
  documents:
    "Dokumente",
  documentsAbout:
    "Ein Auftragnehmer, der am 1901-01-01 geboren ist und unter address_full_match wohnt, gilt als bestätigt; die Nummer ist 000000000.",
  documentsCaption:
    "Dokumente für das lokale Stripe",
  sent:
    "Was Sie senden",
  docGood:
    "Ein beliebiges scharfes Farbfoto",
  docGoodThen:
    "Wird angenommen und binnen Sekunden verifiziert.",
  docBlank:
    "Ein leeres, winziges oder dasselbe Bild noch einmal",
  docBlankThen:
    "Wird vor dem Senden abgelehnt, mit Begründung.",
  docDark:
    "Ein dunkles, unscharfes oder farbloses Foto",
  docDarkThen:
    "Davor wird gewarnt; gesendet werden kann es trotzdem.",
  docExpired:
    "Ein Foto, dessen Name oder letzte Bytes {mark} enthalten",
  docExpiredThen:
    "Stripe lehnt es als abgelaufen ab und fragt noch einmal.",
  landing:
    "Dieses Holdfast läuft mit einem lokalen Stripe: Kein Geld ist echt.",
  notLocal:
    "Hier läuft das echte Stripe, und dessen Zeit gilt für alle.",
  nobody:
    "Diese Person gibt es nicht, oder sie hat inzwischen ein anderes Passwort.",
  noHold:
    "Zurzeit ist kein Geld reserviert. Reservieren Sie welches, dann lässt sich das Ende erreichen.",
  noAnswer:
    "Das lokale Stripe antwortet nicht. Sehen Sie nach, ob es läuft, und versuchen Sie es dann noch einmal.",
}
