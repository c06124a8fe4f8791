import type { Catalogue, Output, Parsed } from '../../preload/contract/index.ts';
import type { Context } from '../context.ts';
import { catalogue } from './catalogue.ts';
import { regionSummaries, ruleViews } from './views.ts';

export async function getCatalogue({ book }: Context): Promise<Catalogue> {
  return catalogue(book);
}

export async function listRegions({ book }: Context): Promise<Output<'rules.regions'>> {
  return regionSummaries(book);
}

/** @throws AppError `input.unknown-value` for a region without rules */
export async function listRules(
  { book }: Context,
  { region }: Parsed<'rules.list'>,
): Promise<Output<'rules.list'>> {
  return ruleViews(book, region);
}
