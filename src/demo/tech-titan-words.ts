import type { Distribution } from './company-spec.js';

/** How the accounts of Tech Titan Solutions are called: a trade that goes with the industry, a legal form with the country. */
export const techTitanWords: Distribution = {
  kind: 'company',
  trades: {
    attribute: 'industry',
    words: {
      Technology: ['Systems', 'Analytics', 'Software', 'Labs', 'Cloud', 'Networks', 'Robotics', 'Data'],
      Manufacturing: ['Industries', 'Tooling', 'Components', 'Plastics', 'Machines', 'Packaging', 'Metals'],
      'Financial services': ['Capital', 'Finance', 'Leasing', 'Assurance', 'Payments', 'Credit'],
      'Professional services': ['Consulting', 'Partners', 'Engineering', 'Design', 'Advisers', 'Staffing'],
      Healthcare: ['Health', 'Clinics', 'Diagnostics', 'Care', 'Pharma', 'Medical'],
      Retail: ['Stores', 'Foods', 'Home', 'Outdoor', 'Fashion', 'Trading'],
      Government: ['Council', 'Authority', 'District', 'Agency', 'Utilities Board'],
      Logistics: ['Logistics', 'Freight', 'Shipping', 'Couriers', 'Warehousing'],
    },
  },
  forms: {
    attribute: 'country',
    words: {
      'United States': ['Inc.', 'LLC', 'Corp.'],
      'United Kingdom': ['Ltd', 'plc'],
      Germany: ['GmbH', 'AG'],
      Netherlands: ['B.V.', 'N.V.'],
      Denmark: ['ApS', 'A/S'],
      Sweden: ['AB'],
      Australia: ['Pty'],
    },
  },
};
