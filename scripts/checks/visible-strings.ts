import ts from 'typescript'

/** A piece of text that people would read, and where it stands. */
export type VisibleString = { line: number; start: number; text: string }

/** Attributes and properties whose strings are read by people, whatever component has them. */
const SHOWN = new Set(
  `title label description placeholder alt hint legend pending trigger caption term heading text summary message words
  current action kept total reason question answer body said subject detail note empty prompt
  aria-label aria-description aria-roledescription`.split(/\s+/),
)

/** Functions of the schema library whose last argument is a message. */
const CHECKS = new Set('string number enum min max int regex refine email length url date literal'.split(' '))

/** Two letters in a row, and not only an identifier of ours, a class list or an address. */
function isWords(text: string): boolean {
  const trimmed = text.replaceAll('…', '').trim()
  return /\p{L}{2}/u.test(trimmed) && !NAMES.has(trimmed)
}

/** Names are the same in every language. */
const NAMES = new Set([
  'Holdfast',
  'Stripe',
  '%s · Holdfast',
  'UTC',
  'CVC',
  'IBAN',
  'CSV',
  'PDF',
  '3D Secure',
  'American Express',
  'Cartes Bancaires',
  'Diners Club',
])

/** `area.name`, perhaps with arguments: a message of the catalogue, not words. */
const KEY = /^[a-z][A-Za-z0-9]*\.[A-Za-z0-9_]+(\?|$)/

/** Starts with a capital and goes on, or has several words: a sentence or a label, not a code. */
function isSentence(text: string): boolean {
  return (
    isWords(text) &&
    !KEY.test(text) &&
    (/^\p{Lu}[\p{L}’'-]*[\p{Ll}]/u.test(text) || /[\p{L}…] \p{L}{2}|\p{L}{2} […\p{L}]/u.test(text))
  )
}

function literalText(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (!ts.isTemplateExpression(node)) return null
  return [node.head.text, ...node.templateSpans.map(span => span.literal.text)].join('…')
}

/** Whether a file or a table of it is made of words alone, so that every sentence in it is shown. */
function isOfWords(node: ts.Node, name: string): boolean {
  if (/words\.tsx?$/.test(name)) return true
  for (let at = node; at.parent; at = at.parent) {
    if (ts.isVariableDeclaration(at)) return /(WORDS|LABELS|TITLES)$/.test(at.name.getText())
  }
  return false
}

/** Whether what stands here is shown: a child of an element, or the value of a shown attribute or property. */
function isShown(node: ts.Node): boolean {
  for (let at = node; ; at = at.parent) {
    const { parent } = at
    if (ts.isJsxExpression(parent)) {
      return ts.isJsxAttribute(parent.parent) ? SHOWN.has(parent.parent.name.getText()) : true
    }
    if (ts.isJsxAttribute(parent)) return SHOWN.has(parent.name.getText())
    if (ts.isPropertyAssignment(parent)) {
      return parent.initializer === at && (SHOWN.has(parent.name.getText()) || isWholeSentence(node))
    }
    if (ts.isCallExpression(parent)) return isCheck(parent, at)
    if (ts.isReturnStatement(parent) || ts.isArrowFunction(parent)) return startsSentence(node)
    if (!isValueOf(parent, at)) return false
  }
}

/** What a function gives back is shown if it is a sentence or a label: classes, codes and addresses begin in lower case. */
function startsSentence(node: ts.Node): boolean {
  return /^\p{Lu}[\p{L}’'-]*[\p{Ll}]/u.test(literalText(node) ?? '')
}

/** A label or a sentence of several words, whatever the property is called that holds it. */
function isWholeSentence(node: ts.Node): boolean {
  return startsSentence(node) && /[\p{L}…] [\p{L}…]/u.test(literalText(node) ?? '')
}

const CHOICES = [
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
]

/** Whether an expression has the value of a part of it: a branch of a choice, or what parentheses hold. */
function isValueOf(whole: ts.Node, part: ts.Node): boolean {
  if (ts.isConditionalExpression(whole)) return whole.condition !== part
  if (ts.isParenthesizedExpression(whole) || ts.isAsExpression(whole)) return true
  return ts.isBinaryExpression(whole) && whole.right === part && CHOICES.includes(whole.operatorToken.kind)
}

function isCheck(call: ts.CallExpression, argument: ts.Node): boolean {
  return (
    ts.isPropertyAccessExpression(call.expression) &&
    CHECKS.has(call.expression.name.text) &&
    call.arguments.at(-1) === argument &&
    (call.arguments.length > 1 || ['string', 'number', 'int', 'email'].includes(call.expression.name.text))
  )
}

function lineOf(file: ts.SourceFile, node: ts.Node): number {
  return file.getLineAndCharacterOfPosition(node.getStart()).line + 1
}

/** What people read in one file of ours and the catalogue does not have. */
export function visibleStrings(name: string, source: string): VisibleString[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true)
  const found: VisibleString[] = []
  const add = (node: ts.Node, text: string) =>
    found.push({ line: lineOf(file, node), start: node.getStart(), text: text.trim() })
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) {
      if (isWords(node.text)) add(node, node.text)
    } else {
      const text = literalText(node)
      if (text !== null && isSentence(text) && (isShown(node) || isOfWords(node, name))) add(node, text)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}
