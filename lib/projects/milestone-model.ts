/** A form has so many rows at most. A project of more is several projects. */
export const MILESTONES_MAX = 12
export const MILESTONES_MIN = 2

/** The names of a row's fields in the form; the first row is 1. */
export const milestoneFields = (row: number) => ({
  title: `milestone${row}Title`,
  amount: `milestone${row}Amount`,
})
