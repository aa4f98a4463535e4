import type { GetICUArgs } from '@schummar/icu-type-parser'
import type { ReactNode } from 'react'
import type { en } from './messages/en.ts'

/** Every message of the English catalogue, as `area.name`. */
export type MessageKey = {
  [Area in keyof typeof en & string]: `${Area}.${keyof (typeof en)[Area] & string}`
}[keyof typeof en & string]

type Text<Key extends MessageKey> = Key extends `${infer Area}.${infer Name}`
  ? Area extends keyof typeof en
    ? Name extends keyof (typeof en)[Area]
      ? (typeof en)[Area][Name] & string
      : never
    : never
  : never

type Tags<Message extends string> = Message extends `${string}</${infer Name}>${infer Rest}`
  ? Name | Tags<Rest>
  : never

type Arguments<Message extends string, Argument> = GetICUArgs<
  Message,
  { ICUArgument: Argument; ICUNumberArgument: number; ICUDateArgument: Date }
>

/** Nothing to give for a message without arguments, and exactly its arguments for any other. */
type Given<Values> = keyof Values extends never ? [] : [values: Values]

/** What a message in words takes: its ICU arguments, read from the English text by the compiler. */
export type TextValues<Key extends MessageKey> = Given<Arguments<Text<Key>, string | number>>

/** What a message with mark-up takes: arguments may be elements, and each tag is a function of what stands in it. */
export type RichValues<Key extends MessageKey> = Given<
  Arguments<Text<Key>, ReactNode> & { [Name in Tags<Text<Key>>]: (words: ReactNode) => ReactNode }
>

/** The same messages in another language: none missing, none more. */
export type Translated<Area extends keyof typeof en> = Record<keyof (typeof en)[Area], string>
