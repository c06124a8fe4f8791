import type { Params } from '../../../preload/contract/index.ts';
import type { FieldProblemCode } from '../../../preload/messages/field-problems.ts';
import type { FindingCode, FindingParams } from '../../../preload/messages/findings.ts';
import type { TurningCode, TurningParams } from '../../../preload/messages/timeline.ts';
import { isAttached, naming } from './documents.ts';
import type { CheckContext, CheckResult, Demand, RawFinding, TurningDay } from './types.ts';

interface TurningOptions {
  severity?: 'warning' | 'info';
  isEstimate?: boolean;
}

interface DemandOptions {
  owner?: string | null;
  required?: boolean;
  /** Said instead of the plain “is not attached”; `null`: the caller says it. */
  because?: RawFinding | null;
}

/** Collects what one check has to say and derives its outcome: a missing fact never yields a pass. */
export class Verdict {
  readonly ctx: CheckContext;
  private readonly findings: RawFinding[] = [];
  private readonly demands: Demand[] = [];
  private readonly missing = new Set<string>();
  private readonly days: TurningDay[] = [];
  private needsPerson = false;
  private lacksMaterial = false;
  private isElsewhere = false;

  constructor(ctx: CheckContext) {
    this.ctx = ctx;
  }

  /** A finding; `severity` only to say less than the rule would. */
  say<C extends FindingCode>(
    code: C,
    params: FindingParams<C>,
    path: string | null,
    severity?: 'warning' | 'info',
  ): this {
    this.findings.push({ code, params, path, ...(severity && { severity }) });
    return this;
  }

  /** From this day of submission on it is a problem, whether or not it is one already. */
  problemFrom<C extends TurningCode>(
    on: string,
    code: C,
    params: TurningParams<C>,
    path: string,
    options: TurningOptions = {},
  ): this {
    return this.turn('problem', on, code, params, path, options);
  }

  /** From this day of submission on it is none any more. */
  fineFrom<C extends TurningCode>(
    on: string,
    code: C,
    params: TurningParams<C>,
    path: string,
    options: TurningOptions = {},
  ): this {
    return this.turn('fine', on, code, params, path, options);
  }

  private turn(
    turns: TurningDay['turns'],
    on: string,
    code: TurningCode,
    params: Params,
    path: string,
    { severity, isEstimate = false }: TurningOptions,
  ): this {
    this.days.push({ on, turns, code, params, path, ...(severity && { severity }), isEstimate });
    return this;
  }

  unknown(...keys: string[]): this {
    for (const key of keys) this.missing.add(key);
    return this;
  }

  /** A problem that the algorithms for identifiers found in the value at `path`. */
  sayProblem(code: FieldProblemCode, params: Params, path: string, severity?: 'warning' | 'info'): this {
    this.findings.push({ code, params, path, ...(severity && { severity }) });
    return this;
  }

  /** Known facts say that the case of the rule is not given. What is found, demanded or missing outweighs it. */
  notApplicable(): this {
    this.isElsewhere = true;
    return this;
  }

  askPerson(): this {
    this.needsPerson = true;
    return this;
  }

  /** Any one of `materials` has to be attached. */
  demand(materials: string[], { owner = null, required = true, because }: DemandOptions = {}): this {
    const attached = isAttached(this.ctx, materials, owner);
    this.demands.push({ materials, owner, required, attached: attached === true });
    if (attached === undefined) this.missing.add('documents');
    if (attached !== false || !required) return this;
    this.lacksMaterial = true;
    if (because) this.findings.push(because);
    else if (because === undefined) this.sayMissing(materials, owner);
    return this;
  }

  private sayMissing(materials: string[], owner: string | null): void {
    const { book } = this.ctx;
    const isElsewhere = materials.some((id) => book.materials.get(id)?.origin === 'performed-elsewhere');
    const params = { ...naming(this.ctx, materials), owner };
    // What is done in the provider's own procedure cannot be attached beforehand.
    if (isElsewhere) this.say('document.not-done-yet', params, 'documents', 'warning');
    else this.say('document.missing', params, 'documents');
  }

  result(): CheckResult {
    const fails = this.findings.some((finding) => finding.severity === undefined);
    const outcome = this.lacksMaterial
      ? 'needs-material'
      : fails
        ? 'fail'
        : this.missing.size > 0 || this.needsPerson
          ? 'needs-human'
          : 'pass';
    // Two fields that break one demand say it once.
    const said = this.findings.map((finding) => JSON.stringify(finding));
    const findings = this.findings.filter((_, i) => said.indexOf(said[i]!) === i);
    const isSilent = outcome === 'pass' && findings.length === 0 && this.demands.length === 0;
    return {
      outcome,
      applies: !(this.isElsewhere && isSilent),
      findings,
      demands: this.demands,
      missing: [...this.missing],
      days: this.days,
    };
  }
}

export const finding = <C extends FindingCode>(
  code: C,
  params: FindingParams<C>,
  path: string | null,
): RawFinding => ({ code, params, path });
