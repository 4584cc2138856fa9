import { nearestWord } from '../model/nearest-word.js';
import { type Scaling, type ValueComponent, type ValueDefinition, valueKinds } from '../model/value-definition.js';
import type { Report } from './document-report.js';
import type { ValueDocument } from './value-schema.js';

const daysOf: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.4375, quarter: 91.3125, year: 365.25 };

/** A value definition without holes. @param report is told what the shape alone cannot tell. */
export function readValue(document: ValueDocument, report: Report): ValueDefinition {
  const names = new Set<string>();
  const usual = usualScaling(document);
  const components = document.components.map((component, i): ValueComponent => {
    const { of, name = of, gather, window, normalise = usual, sign, weight, column, is, where, ...rest } = component;
    const path = ['components', i];
    if (names.has(name))
      report([...path, component.name === undefined ? 'of' : 'name'], {
        message: `${JSON.stringify(name)} stands twice`,
        fix: 'Give each component a name of its own.',
      });
    names.add(name);
    const usually = valueKinds[of];
    const how = gather ?? (column === undefined ? 'count' : usually.gather === 'count' ? 'sum' : usually.gather);
    if (column === undefined && how !== 'count' && of !== 'lifetime')
      report(path, {
        message: `${name} has no column to take the ${how} of`,
        fix: 'Add `column:` with the column of numbers, or `gather: count` to count rows.',
      });
    if ((is === undefined) !== (where === undefined))
      report(path, { message: `${name} has one of where and is`, fix: 'Write both: `where: status`, `is: [open]`.' });
    return {
      ...rest,
      name,
      of,
      gather: how,
      normalise,
      weight,
      sign: sign === undefined ? usually.sign : sign === 'plus' ? 1 : -1,
      ...(column === undefined ? {} : { column }),
      ...(where === undefined || is === undefined ? {} : { where, is }),
      ...(window === undefined ? {} : { windowDays: windowDays(window) }),
    };
  });
  for (const [team, weights] of Object.entries(document.teams))
    for (const name of Object.keys(weights ?? {}))
      if (!names.has(name)) {
        const meant = nearestWord(name, [...names]);
        report(['teams', team, name], {
          message: `${JSON.stringify(name)} is no component`,
          fix: meant === undefined ? `The components are ${[...names].join(', ')}.` : `Did you mean ${meant}?`,
        });
      }
  if (document.as_of !== undefined && Number.isNaN(Date.parse(document.as_of)))
    report(['as_of'], { message: `as_of is ${JSON.stringify(document.as_of)}`, fix: 'Write a day: 2024-06-30.' });
  const { name, currency, rates, share, at_least: atLeast, as_of: asOf, teams } = document;
  return {
    rates,
    share,
    components,
    teams: teams as ValueDefinition['teams'],
    ...(name === undefined ? {} : { name }),
    ...(currency === undefined ? {} : { currency }),
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

/** Back to the keys of the document; what is as usual is written all the same, so that it can be seen and changed. */
export function writeValue(value: ValueDefinition): ValueDocument {
  const { name, currency, rates, share, atLeast, asOf, components, teams } = value;
  return {
    ...(name === undefined ? {} : { name }),
    ...(currency === undefined ? {} : { currency }),
    rates,
    share,
    ...(atLeast === undefined ? {} : { at_least: atLeast }),
    ...(asOf === undefined ? {} : { as_of: asOf }),
    components: components.map(({ windowDays: days, is, sign, ...component }) => ({
      ...component,
      sign: sign === 1 ? ('plus' as const) : ('minus' as const),
      ...(is === undefined ? {} : { is: [...is] }),
      ...(days === undefined ? {} : { window: `${days} days` }),
    })),
    teams,
  };
}

/** Money adds up by itself; with anything else beside it only places can be compared. */
function usualScaling({ components }: ValueDocument): Scaling {
  const isMoney = ({ of, gather, column }: ValueDocument['components'][number]) =>
    gather !== 'count' && (column !== undefined || of === 'lifetime') && !unlike.has(of);
  return components.length === 1 || components.every(isMoney) ? 'none' : 'rank';
}

const unlike = new Set<string>(['retention', 'satisfaction', 'referrals', 'tickets']);

function windowDays(text: string): number {
  const [, count, unit] = /^\s*([\d.]+)\s*([a-z]+?)s?\s*$/i.exec(text) ?? [];
  return Number(count) * daysOf[unit.toLowerCase()];
}
