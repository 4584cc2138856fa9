/** The ideal customer on Tech Titan's slide, as its sales leaders would write it: large technology firms, from anecdotes. */
export const techTitanSlide = `assay: 1
name: Tech Titan, the slide
market: b2b
description: >-
  Large technology enterprises: that is whom we have always sold to.
best:
  outcome: status
  is: [won]
  not: [lost]
  description: The offer was won
criteria:
  - trait: industry = Technology
    role: must
    status: hypothesis
    belief: {strength: 20}
    note: Our references are all technology firms.
  - trait: employees 1000+
    role: must
    status: hypothesis
    belief: {strength: 20}
    note: Small firms cannot pay for an enterprise CRM, we think.
attributes:
  - {name: industry, kind: firmographic, type: category}
  - {name: employees, kind: firmographic, type: whole}
review: {every: quarter}
`;
