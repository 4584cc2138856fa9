/** NexaCRM's profile before any conversation, as its founders would write it: nothing but hypotheses. */
export const nexacrmBeliefs = `assay: 1
name: NexaCRM first customers
market: b2b
description: >-
  Tech start-ups of 1–5 years with 20–50 people that want a CRM they can afford and pay for by use.
best:
  outcome: interested
  is: [yes]
  description: Wants to see the product after the first conversation
criteria:
  - trait: industry = Tech start-up
    role: strong
    status: hypothesis
    belief: {strength: 10}
    note: All three founders come from one.
  - trait: company_age_years 1–5
    role: strong
    status: hypothesis
    belief: {strength: 10}
    note: Older firms have settled on a CRM, we think.
  - trait: employees 20–50
    role: strong
    status: hypothesis
    belief: {strength: 20}
    note: Too many for a spreadsheet, too few for an enterprise CRM.
  - trait: pricing_wish = Pay by use
    role: strong
    status: hypothesis
    belief: {strength: 10}
    note: The reason why we build this.
  - trait: price_sensitivity = High
    role: nice
    status: hypothesis
    belief: {strength: 10}
    note: We are the affordable one.
attributes:
  - {name: industry, kind: firmographic, type: category}
  - {name: company_age_years, kind: firmographic, type: whole}
  - {name: employees, kind: firmographic, type: whole}
  - {name: pricing_wish, kind: need, type: category}
  - {name: price_sensitivity, kind: psychographic, type: category}
review: {every: quarter}
`;
