/** The workflows as GitHub reads them: what runs in which order and with which rights. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from './source-files.ts';

interface Job {
  readonly if?: string;
  readonly needs?: readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

const WORKFLOWS = globSync('.github/workflows/*', { cwd: ROOT }).map((path) => ({
  path,
  jobs: Object.entries<Job>(parse(readFileSync(`${ROOT}/${path}`, 'utf8'), { uniqueKeys: true }).jobs),
}));

/** What the steps of a job are, each by its command or by the action's name. */
function stepsOf(job: Job | undefined): string[] {
  return (job?.steps ?? []).map(({ uses, run }) => run ?? uses?.replace(/@.*/, '') ?? '');
}

describe('workflows', () => {
  it('run actions at a commit, never at a tag that can be moved', () => {
    const uses = WORKFLOWS.flatMap(({ jobs }) =>
      jobs.flatMap(([, { steps }]) => steps.flatMap(({ uses = [] }) => uses)),
    );
    expect(uses.length).toBeGreaterThan(5);
    expect(uses.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
  });

  it('call only commands that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));
    const called = WORKFLOWS.flatMap(({ jobs }) =>
      jobs.flatMap(([, job]) => stepsOf(job).flatMap((step) => /^npm (?:run )?(?!ci\b)(\S+)/.exec(step)?.[1] ?? [])),
    );
    expect(called).toContain('carry:banks');
    expect(called.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('the Pages workflow', () => {
  const jobs = new Map(WORKFLOWS.find(({ path }) => path.endsWith('pages.yml'))?.jobs);

  it('carries the published banks into the build before it is handed over', () => {
    const steps = stepsOf(jobs.get('build'));
    const order = ['actions/configure-pages', 'npm run build', 'npm run carry:banks', 'actions/upload-pages-artifact'];
    const places = order.map((start) => steps.findIndex((step) => step.startsWith(start)));
    expect(places).toEqual([...places].sort((x, y) => x - y));
    expect(places).not.toContain(-1);
  });

  it('lets the build ask where the site stands, and the deployment alone change it', () => {
    expect(jobs.get('build')?.permissions).toEqual({ contents: 'read', pages: 'read' });
    expect(jobs.get('deploy')?.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
    expect(jobs.get('test')?.permissions).toBeUndefined();
  });

  it('deploys what was tested and built, from the default branch', () => {
    expect(jobs.get('deploy')?.needs).toEqual(['test', 'build']);
    expect(jobs.get('deploy')?.if).toContain('github.event.repository.default_branch');
    expect(jobs.get('deploy')?.if).toContain("github.event_name != 'pull_request'");
  });
});
