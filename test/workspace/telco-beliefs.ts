/**
 * Ten hypotheses about who stays with a telephone company, as somebody would write them who has never seen its data:
 * who is bound, has been there for long, pays by himself, has a household and uses what makes leaving laborious, stays.
 */
export const telcoBeliefs = `assay: 1
name: Who stays
market: b2c
best: {outcome: Churn, is: [No], description: Stays}
criteria:
  - {trait: "Contract in (One year, Two year)", role: strong, belief: {strength: 30}}
  - {trait: "Contract = Two year", role: nice, belief: {strength: 20}}
  - {trait: "tenure 24+", role: strong, belief: {strength: 30}}
  - {trait: "tenure under 6", role: disqualifier, belief: {strength: 20}}
  - {trait: 'PaymentMethod in ("Bank transfer (automatic)", "Credit card (automatic)")', role: nice, belief: {strength: 20}}
  - {trait: "TechSupport = Yes", role: nice, belief: {strength: 20}}
  - {trait: "OnlineSecurity = Yes", role: nice, belief: {strength: 20}}
  - {trait: "Dependents = Yes", role: nice, belief: {strength: 20}}
  - {trait: "SeniorCitizen = 0", role: nice, belief: {strength: 10}}
  - {trait: "MonthlyCharges under 70", role: nice, belief: {strength: 20}}
`;
