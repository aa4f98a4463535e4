export const palette = {
  open:
    "Go to a page or an order",
  placeholder:
    "Page, order number or title",
  pages:
    "Pages",
  orders:
    "Orders",
  nothing:
    "Nothing matches.",
  searching:
    "Looking…",
  failed:
    "The search does not answer. Try again in a moment.",
  found:
    "{count, plural, one {# result} other {# results}}",
  keys:
    "Keys",
  keySearch:
    "Search pages and orders",
  keyMove:
    "Choose among the results",
  keyOpen:
    "Open what is chosen",
  keyClose:
    "Close",
  keyKeys:
    "Show these keys",
  single:
    "Keys without Ctrl work too (/ and ?)",
  close:
    "Close",
} as const
