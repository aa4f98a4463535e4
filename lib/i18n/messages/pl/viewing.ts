import type { Translated } from '../../messages.ts'

export const viewing: Translated<'viewing'> = {
  title: 'Podgląd cudzych stron',
  banner: '<b>Podgląd Holdfast oczami tej osoby: {name}</b>, do {until}. Niczego nie można stąd zmienić.',
  stop: 'Zakończ podgląd',
  start: 'Zobacz to, co widzi ta osoba',
  starting: 'Otwieranie…',
  meaning:
    'Przez {minutes, plural, one {# minutę} few {# minuty} many {# minut} other {# minuty}} widać strony tak, jak widzi je ta osoba. Niczego nie można zmienić, a ustawienia jej konta pozostają zamknięte. Dziennik zapisuje, kto patrzył, kiedy i dlaczego.',
}
