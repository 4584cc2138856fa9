import type { AttributeBins } from '../model/attribute-bins.js';
import type { InformationDocument } from './information-schema.js';
import { roundMeasured } from './round-measured.js';

/** What each attribute tells alone, as it stands in the document. */
export function writeInformation(information: readonly AttributeBins[]): InformationDocument {
  return information.map(({ attribute, member, informationValue, trend, bins }) => ({
    attribute,
    ...(member === undefined ? {} : { member }),
    information_value: roundMeasured(informationValue),
    trend,
    bins: bins.map(({ values, accounts, positives, weight }) => ({
      values,
      accounts,
      positives,
      weight: roundMeasured(weight.estimate),
      interval: [roundMeasured(weight.lower), roundMeasured(weight.upper)],
    })),
  }));
}

export function readInformation(lines: InformationDocument): AttributeBins[] {
  return lines.map(({ attribute, member, information_value, trend, bins }) => ({
    attribute,
    ...(member === undefined ? {} : { member }),
    informationValue: information_value,
    trend,
    bins: bins.map(({ values, accounts, positives, weight, interval }) => ({
      values,
      accounts,
      positives,
      weight: { estimate: weight, lower: interval[0], upper: interval[1] },
    })),
  }));
}
