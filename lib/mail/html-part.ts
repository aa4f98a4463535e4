type Text = { subject: string; text: string }

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, character => ESCAPES[character] ?? '')

/** A line that is nothing but an address is a link; everything else is what it says. */
function line(text: string): string {
  const shown = escaped(text)
  return /^https?:\/\/\S+$/.test(text)
    ? `<a href="${shown}" style="color:#0b5f73;word-break:break-all">${shown}</a>`
    : shown
}

/**
 * The mail's HTML part: the same words as the plain text and made of them, so that the two cannot differ. Nothing is loaded from
 * anywhere, and nothing in it tells that it was read.
 */
export function htmlPart({ subject, text }: Text): string {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map(part => `<p style="margin:0 0 16px">${part.split('\n').map(line).join('<br>')}</p>`)
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.6 system-ui,sans-serif"><div style="max-width:560px;margin:0 auto">
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${escaped(subject)}</h1>
${paragraphs.join('\n')}
</div></body></html>
`
}
