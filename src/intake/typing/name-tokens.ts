/** The words of a column name, lower case: `NumberOfEmployees`, `number_of_employees` and `Number of Employees` are the same. */
export function nameTokens(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d#]+/u)
    .filter((token) => token !== '');
}
