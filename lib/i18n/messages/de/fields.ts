import type { Translated } from '../../messages.ts'

export const fields: Translated<'fields'> = {
  atLeastMinCharacters: 'Mindestens {min} Zeichen.',
  atLeastOneDay: 'Mindestens ein Tag.',
  atMost90Days: 'Höchstens 90 Tage.',
  atMostMaxCharacters: 'Höchstens {max} Zeichen.',
  reloadThePageAndTry: 'Laden Sie die Seite neu und versuchen Sie es erneut.',
  theLeastThatCanBe: 'Der kleinste Betrag, der eingezogen werden kann, ist {least}.',
  thisFormWasAlreadySent:
    'Dieses Formular wurde schon mit anderem Inhalt gesendet, und das ist erledigt. Laden Sie die Seite neu, um fortzufahren.',
  thisIsMoreThanOne: 'Das ist mehr, als eine Kartenzahlung reservieren kann.',
  thisPageIsOutOf: 'Diese Seite ist veraltet. Laden Sie sie neu und versuchen Sie es erneut.',
  writeANumberOfDays: 'Geben Sie eine Zahl von Tagen an.',
  writeTheAmountAsA: 'Geben Sie den Betrag als Zahl an, etwa 120 oder 120,50.',
  writeWholeDays: 'Geben Sie ganze Tage an.',
}
