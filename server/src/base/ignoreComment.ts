/** The comment that accepts a finding in the source, with the reason after it. */
export const ignoreComment = 'paidpath-ignore-next-line'

/** What the quick fix writes where the reason belongs: accepts nothing until the user has replaced it. */
export const missingReason = 'TODO: say why this is safe'
