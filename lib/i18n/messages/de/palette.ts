import type { Translated } from '../../messages.ts'

export const palette: Translated<'palette'> = {
  open:
    "Zu einer Seite oder einem Auftrag",
  placeholder:
    "Seite, Auftragsnummer oder Titel",
  pages:
    "Seiten",
  orders:
    "Aufträge",
  nothing:
    "Keine Treffer.",
  searching:
    "Suche läuft …",
  failed:
    "Die Suche antwortet nicht. Versuchen Sie es gleich noch einmal.",
  found:
    "{count, plural, one {# Treffer} other {# Treffer}}",
  keys:
    "Tasten",
  keySearch:
    "Seiten und Aufträge suchen",
  keyMove:
    "Unter den Treffern wählen",
  keyOpen:
    "Das Gewählte öffnen",
  keyClose:
    "Schließen",
  keyKeys:
    "Diese Tasten anzeigen",
  single:
    "Tasten ohne Strg funktionieren auch (/ und ?)",
  close:
    "Schließen",
}
