import type { Translated } from '../../messages.ts'

export const palette: Translated<'palette'> = {
  open:
    "Przejdź do strony lub zlecenia",
  placeholder:
    "Strona, numer lub tytuł zlecenia",
  pages:
    "Strony",
  orders:
    "Zlecenia",
  nothing:
    "Nic nie pasuje.",
  searching:
    "Szukanie…",
  failed:
    "Wyszukiwanie nie odpowiada. Prosimy spróbować za chwilę.",
  found:
    "{count, plural, one {# wynik} few {# wyniki} many {# wyników} other {# wyniku}}",
  keys:
    "Klawisze",
  keySearch:
    "Szukaj stron i zleceń",
  keyMove:
    "Wybierz spośród wyników",
  keyOpen:
    "Otwórz wybrane",
  keyClose:
    "Zamknij",
  keyKeys:
    "Pokaż te klawisze",
  single:
    "Działają też klawisze bez Ctrl (/ i ?)",
  close:
    "Zamknij",
}
