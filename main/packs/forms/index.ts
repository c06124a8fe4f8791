import type { PackInput } from '../input.ts';
import type { FormPrinter, PrintedForm } from './form.ts';
import { printInfosec } from './infosec.ts';
import { letterPrinters } from './letters.ts';
import { printOwnerLetter, printPrincipalLetter } from './power-of-attorney.ts';
import { requestPrinters } from './requests.ts';
import { printSiteProposals } from './site-proposal.ts';
import { printChangeStatement, statementPrinters } from './statements.ts';
import { printVerificationForms } from './verification.ts';

const printers: Record<string, FormPrinter> = {
  'form-verification': printVerificationForms,
  'form-poa-principal': printPrincipalLetter,
  'form-poa-owner': printOwnerLetter,
  ...letterPrinters,
  ...statementPrinters,
  'form-infosec': printInfosec,
  'form-site-proposal': printSiteProposals,
  ...requestPrinters,
};

/** Printed as a help where a document of somebody else is demanded: it may be accepted, and the document still counts as missing. */
const substitutes: Record<string, FormPrinter> = { 'form-change-proof': printChangeStatement };

/** Filings that take the verification form wherever paper is still used. */
const verifiedFilings = ['first', 'new-service', 'new-access', 'change-both', 'change-service'];

export function isPrintable(material: string): boolean {
  return Object.hasOwn(printers, material);
}

/**
 * Materials the pack prints for this filing: what the rules demand (and, while nothing is attached, the letters they
 * would accept instead), and the verification form of a website.
 */
export function printedMaterials(input: PackInput): string[] {
  const { filing, service } = input.factsFile;
  const demanded = input.evaluation.materials
    .flatMap((demand) => [
      ...(demand.attached && !isPrintable(demand.material) ? [] : [demand.material]),
      ...(demand.attached ? [] : demand.alternatives),
    ])
    .filter((material) => isPrintable(material) || Object.hasOwn(substitutes, material));
  const takesVerification = service === 'website' && verifiedFilings.includes(filing ?? '');
  const order = [...Object.keys(printers), ...Object.keys(substitutes)];
  return [...new Set([...(takesVerification ? ['form-verification'] : []), ...demanded])].sort(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );
}

export function printForms(input: PackInput): PrintedForm[] {
  return printedMaterials(input).flatMap((material) => printForm(material, input));
}

/** The pages of one material, whether this filing asks for it or not; none for what is not printed. */
export function printForm(material: string, input: PackInput): PrintedForm[] {
  return (printers[material] ?? substitutes[material])?.(input) ?? [];
}
