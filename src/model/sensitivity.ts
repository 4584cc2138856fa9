/** M28: who must not be scored by a column. `protected`: age, sex, ethnicity …; `special`: health, belief, politics … */
export const sensitivities = ['none', 'personal', 'protected', 'special'] as const;
export type Sensitivity = (typeof sensitivities)[number];
