import type { CompanySpec } from './company-spec.js';
import { freshAndFast } from './fresh-and-fast.js';
import { nexacrm } from './nexacrm.js';
import { techTitan } from './tech-titan.js';

export const demoNames = ['tech-titan', 'fresh-and-fast', 'nexacrm'] as const;
export type DemoName = (typeof demoNames)[number];

/** The three companies that everything is tried on. */
export const demoCompanies: Readonly<Record<DemoName, CompanySpec>> = {
  'tech-titan': techTitan,
  'fresh-and-fast': freshAndFast,
  nexacrm,
};
