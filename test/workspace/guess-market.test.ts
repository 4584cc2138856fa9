import { describe, expect, it } from 'vitest';
import { guessMarket } from '../../src/workspace/guess-market.js';

const columns = (names: string) => names.split(' ').map((name) => ({ name }));

describe('guessMarket', () => {
  it('goes by what is asked of accounts, also where it is not learnt from', () => {
    const market = (names: string) => guessMarket([], columns(names));
    // Headers of public data sets.
    expect(market('customerID gender SeniorCitizen Partner Dependents tenure InternetService TechSupport')).toBe('b2c');
    expect(market('age job marital education default housing loan contact nr.employed')).toBe('b2c');
    expect(market('CustomerKey BirthDate MaritalStatus YearlyIncome TotalChildren HouseOwnerFlag')).toBe('b2c');
    expect(market('Clothing_ID Age Title Review_Text Rating Division_Name')).toBe('b2c');
    expect(market('Product Seller Authority Comp_size Competitors Purch_dept RFI RFP Strat_deal')).toBe('b2b');
    expect(market('account_id account_name industry country referral_source plan_tier seats')).toBe('b2b');
    expect(market('ResellerKey BusinessType NumberEmployees AnnualSales AnnualRevenue BankName')).toBe('b2b');
    expect(market('ID frequency recency T')).toBe('unknown');
  });

  it('goes by kinds where words do not tell', () => {
    const attribute = (kind: 'firmographic' | 'demographic') => ({ name: 'x', kind });
    expect(guessMarket([attribute('firmographic')])).toBe('b2b');
    expect(guessMarket([attribute('demographic')], columns('x company age'))).toBe('b2c');
  });
});
