import { describe, expect, it } from 'vitest';
import { proposeSensitivity } from '../../../src/intake/sensitivity/propose-sensitivity.js';

describe('proposeSensitivity', () => {
  it.each([
    [
      'protected',
      'age,Gender,sex,date_of_birth,BirthDate,DOB,Geschlecht,Alter,Edad,sexo,Fecha de nacimiento,nationality,native-country,SeniorCitizen,Year_Birth,age_group,is_senior,Rentner,Staatsangehörigkeit',
    ],
    [
      'caution',
      'MaritalStatus,Familienstand,État civil,Dependents,number_of_children,Kidhome children,TotalChildren,household_size,Haushaltsgröße',
    ],
    [
      'special',
      'race,ethnicity,religion,Konfession,political_party,trade union member,sexual orientation,disability_status,Krankheiten,pregnant,criminal_record',
    ],
    [
      'personal',
      'first_name,Last Name,email,E-Mail,Phone Number,Mobile,Vorname,Nachname,prénom,street address,IP Address,iban,ssn,remote_ip,username',
    ],
    [
      'none',
      'company_age,account age,stage age,health score,Customer Health Score,email opens,PhoneService,country,industry,employees,language,page,percentage,usage,manager level,partner,email_domain,essex_region,shipment,message count,healthcare industry,household income,household_id,account_health,Health Status,number of emails',
    ],
  ])('calls these %s', (sensitivity, names) => {
    for (const name of names.split(','))
      expect([name, proposeSensitivity(name).sensitivity]).toEqual([name, sensitivity]);
  });

  it('reads the values where the name says nothing', () => {
    expect(proposeSensitivity('q7', { values: ['Male', 'Female', 'Other'] }).sensitivity).toBe('protected');
    expect(proposeSensitivity('q8', { values: ['Catholic', 'Muslim', 'none'] }).sensitivity).toBe('special');
    expect(proposeSensitivity('code', { values: ['M', 'F'] }).sensitivity).toBe('protected');
    expect(proposeSensitivity('size', { values: ['S', 'M', 'L'] }).sensitivity).toBe('none');
    expect(proposeSensitivity('car', { values: ['black', 'red', 'blue', 'white', 'green'] }).sensitivity).toBe('none');
    expect(proposeSensitivity('who', { values: ['a@b.de', 'c@d.fr'] }).sensitivity).toBe('personal');
  });

  it('names what a column may stand for', () => {
    expect(proposeSensitivity('Postal Code')).toEqual({
      sensitivity: 'none',
      proxyFor: 'ethnic origin',
      why: 'may stand for ethnic origin',
    });
    expect(proposeSensitivity('first_name')).toMatchObject({ sensitivity: 'personal', proxyFor: 'sex' });
    expect(proposeSensitivity('Anrede')).toMatchObject({ sensitivity: 'none', proxyFor: 'sex' });
    expect(proposeSensitivity('t', { values: ['Herr', 'Frau'] })).toMatchObject({
      sensitivity: 'none',
      proxyFor: 'sex',
    });
    expect(proposeSensitivity('preferred language')).toMatchObject({ proxyFor: 'nationality' });
  });

  it('knows more among people', () => {
    expect(proposeSensitivity('Partner', { isOfPeople: true }).sensitivity).toBe('caution');
  });
});

describe('proposeSensitivity of deals and of who looks after them', () => {
  it('takes the age of a deal for no age of a person', () => {
    expect(proposeSensitivity('Age', { values: ['3', '40'], isOfDeeds: true }).sensitivity).toBe('none');
    expect(proposeSensitivity('Age', { isOfDeeds: true, isOfPeople: true }).sensitivity).toBe('protected');
    expect(proposeSensitivity('Age', { values: ['3', '40'] }).sensitivity).toBe('protected');
  });

  it('knows owners by name, and not teams', () => {
    const of = (values: string[]) => proposeSensitivity('Company owner', { values }).sensitivity;
    expect(of(['Jane Roe', 'Jörg van der Berg', 'Anne-Marie O’Neil'])).toBe('personal');
    expect(of(['EMEA', 'Team 4'])).toBe('none');
  });
});
