import { expect, test } from 'vitest'
import { textFields } from './action-fields.ts'

test('the text of a form is what somebody can have typed, without files and React’s own fields', () => {
  const form = new FormData()
  form.set('note', 'a\u0000b 😀')
  form.set('$ACTION_ID', 'x')
  form.set('file', new File(['x'], 'x.txt'))
  expect(textFields(form)).toEqual({ note: 'ab 😀' })
  expect(textFields(Object.entries({ note: 'half \ud83d', count: 7 }))).toEqual({ note: 'half \ufffd' })
})
