/** The parts of Stripe's Appearance API that the frames honour. */
interface Appearance {
  theme?: string
  variables?: Record<string, string>
  rules?: Record<string, Record<string, string>>
}

interface StyleVariant {
  [property: string]: string | number | Record<string, string> | undefined
}

/** What the page tells a frame about looks. `surface` is the colour the page paints behind the frame. */
export interface Looks {
  appearance?: Appearance
  /** The older `style` option of the card elements. */
  style?: Record<string, StyleVariant>
  surface?: string
}

const THEMES: Record<string, Record<string, string>> = {
  stripe: {
    colorPrimary: '#0570de',
    colorBackground: '#ffffff',
    colorText: '#30313d',
    colorTextSecondary: '#5b6472',
    colorTextPlaceholder: '#6b7280',
    colorDanger: '#c0123c',
    colorBorder: '#87909f',
  },
  night: {
    colorPrimary: '#85d996',
    colorBackground: '#30313d',
    colorText: '#ffffff',
    colorTextSecondary: '#d3d5de',
    colorTextPlaceholder: '#b9bcc8',
    colorDanger: '#fe9aaa',
    colorBorder: '#8f93a3',
  },
  flat: {
    colorPrimary: '#0570de',
    colorBackground: '#f1f1f1',
    colorText: '#30313d',
    colorTextSecondary: '#4f5666',
    colorTextPlaceholder: '#5b6270',
    colorDanger: '#b30f38',
    colorBorder: '#f1f1f1',
  },
}

/** Stripe's class names for parts, and ours. Only these can be styled by `appearance.rules`. */
const PARTS: Record<string, string> = {
  '.Input': '.input',
  '.Input:focus': '.input:focus',
  '.Input--invalid': '.input[aria-invalid=true]',
  '.Input::placeholder': '.input::placeholder',
  '.Label': '.label',
  '.Error': '.error',
}

const rulesSheet = new CSSStyleSheet()

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
}

function applyRules(rules: Record<string, Record<string, string>>): void {
  rulesSheet.replaceSync('')
  for (const [selector, declarations] of Object.entries(rules)) {
    const part = PARTS[selector]
    if (!part) continue
    const index = rulesSheet.insertRule(`${part} {}`, rulesSheet.cssRules.length)
    const rule = rulesSheet.cssRules[index]
    if (!(rule instanceof CSSStyleRule)) continue
    for (const [property, value] of Object.entries(declarations)) {
      rule.style.setProperty(kebab(property), value)
    }
  }
  document.adoptedStyleSheets = [rulesSheet]
}

function applyStyle(style: Record<string, StyleVariant>): void {
  const root = document.documentElement.style
  const set = (variable: string, value: unknown) => {
    if (typeof value === 'string' || typeof value === 'number') root.setProperty(variable, String(value))
  }
  set('--color-text', style.base?.color)
  set('--font-family', style.base?.fontFamily)
  set('--font-size-base', style.base?.fontSize)
  const placeholder = style.base?.['::placeholder']
  if (typeof placeholder === 'object') set('--color-text-placeholder', placeholder.color)
  set('--color-danger', style.invalid?.color)
}

/** Dresses the frame: theme, variables, rules, and the page's own background so that contrast is the page's. */
export function applyLooks(looks: Looks): void {
  const theme = looks.appearance?.theme ?? 'stripe'
  const root = document.documentElement
  root.style.cssText = ''
  root.dataset.theme = theme
  root.style.colorScheme = theme === 'night' ? 'dark' : 'light'
  const variables = { ...(THEMES[theme] ?? THEMES.stripe), ...looks.appearance?.variables }
  for (const [name, value] of Object.entries(variables)) root.style.setProperty(`--${kebab(name)}`, value)
  if (looks.surface) root.style.backgroundColor = looks.surface
  applyRules(looks.appearance?.rules ?? {})
  if (looks.style) applyStyle(looks.style)
}
