/** One place to go: a page, or an order by its number and title. */
export type PaletteItem = { href: string; title: string; of: 'pages' | 'orders' }

/** What `/api/palette` answers. */
export type PaletteAnswer = { items: PaletteItem[] }
