import type { Sensitivity } from '../../model/sensitivity.js';

/** Answers that tell what a column is, whatever its name. Compared in lower case. */
export const sensitiveAnswers: readonly {
  readonly sensitivity: Sensitivity;
  readonly of: string;
  readonly values: string;
  /** Those of them that mean other things, too (colours, grades): alone they tell nothing. */
  readonly vague?: string;
  /** Stands for what is protected, and is not it. */
  readonly isProxy?: boolean;
}[] = [
  {
    sensitivity: 'protected',
    of: 'sex',
    values:
      'male,female,man,woman,men,women,non-binary,nonbinary,männlich,weiblich,divers,homme,femme,hombre,mujer,masculino,femenino,maschio,femmina,transgender',
  },
  {
    sensitivity: 'none',
    of: 'sex',
    isProxy: true,
    values:
      'mr,mr.,mrs,mrs.,ms,ms.,miss,herr,frau,m.,mme,mlle,madame,monsieur,señor,señora,sr.,sra.,sr,sra,dr,dr.,prof,prof.,mx',
  },
  {
    sensitivity: 'caution',
    of: 'family status',
    values:
      'single,married,divorced,widowed,separated,never married,civil partnership,ledig,verheiratet,geschieden,verwitwet,célibataire,marié,mariée,divorcé,divorcée,veuf,veuve,soltero,soltera,casado,casada,divorciado,divorciada,viudo,viuda',
  },
  {
    sensitivity: 'special',
    of: 'ethnic origin',
    vague: 'white,black',
    values:
      'white,black,asian,hispanic,latino,latina,caucasian,african american,black or african american,native american,pacific islander,asian-pac-islander,amer-indian-eskimo,mixed race,two or more races,hispanic or latino',
  },
  {
    sensitivity: 'special',
    of: 'religion or belief',
    values:
      'christian,christianity,muslim,islam,jewish,judaism,hindu,hinduism,buddhist,buddhism,sikh,atheist,agnostic,catholic,protestant,roman catholic,evangelisch,katholisch,römisch-katholisch,konfessionslos,catholique,católico,orthodox',
  },
  {
    sensitivity: 'special',
    of: 'political opinion',
    values:
      'democrat,republican,labour party,conservative party,libertarian,green party,cdu,spd,afd,fdp,csu,die grünen,die linke',
  },
  {
    sensitivity: 'special',
    of: 'health',
    vague: 'a+,a-,b+,b-',
    values: 'diabetes,asthma,cancer,hypertension,depression,pregnant,disabled,a+,a-,b+,b-,ab+,ab-,o+,o-',
  },
  {
    sensitivity: 'special',
    of: 'sex life or orientation',
    values: 'heterosexual,homosexual,bisexual,gay,lesbian,straight,asexual,queer,pansexual',
  },
];

/** Shapes of values that name one person. */
export const personalShapes: readonly { readonly of: string; readonly pattern: RegExp }[] = [
  { of: 'an e-mail address', pattern: /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/ },
  { of: 'an official number', pattern: /^\d{3}-\d{2}-\d{4}$/ },
  { of: 'a bank account or card', pattern: /^[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?$/ },
  { of: 'a bank account or card', pattern: /^(?:\d{4}[ -]){3}\d{4}$|^\d{4}[ -]\d{6}[ -]\d{5}$/ },
  {
    of: 'an address of a home or computer',
    pattern: /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/,
  },
  { of: 'an address of a home or computer', pattern: /^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i },
  { of: 'a telephone number', pattern: /^\+\d{1,3}[ \d().\-/]{6,18}\d$|^\(\d{3}\) ?\d{3}-\d{4}$|^\d{3}-\d{3}-\d{4}$/ },
];
