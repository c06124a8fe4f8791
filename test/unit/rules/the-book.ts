import { fileURLToPath } from 'node:url';
import { loadRuleBook } from '../../../main/rules/book.ts';

export const resourcesDir = fileURLToPath(new URL('../../../resources', import.meta.url));

/** The real rule book of the product. */
export const book = loadRuleBook(resourcesDir);
