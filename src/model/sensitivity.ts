/**
 * M28: who must not be scored by a column. `protected`: age, sex, nationality …; `special`: health, belief, origin …;
 * `caution`: family status, which is protected in credit, housing and employment and usual elsewhere: learnt from, and said.
 */
export const sensitivities = ['none', 'caution', 'personal', 'protected', 'special'] as const;
export type Sensitivity = (typeof sensitivities)[number];

/** Whether nobody is scored by it unless somebody answers for that. */
export function isBarred(sensitivity: Sensitivity | undefined): boolean {
  return sensitivity !== undefined && sensitivity !== 'none' && sensitivity !== 'caution';
}
