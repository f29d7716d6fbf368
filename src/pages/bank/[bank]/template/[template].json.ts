import type { APIRoute } from 'astro';
import { loadBankHash, loadQuestions, renderShard } from '#layouts/paper-bank.ts';

/** A file for each template of today’s bank, with the variants it was built with. */
export async function getStaticPaths() {
  const bank = await loadBankHash();
  const variants = (await loadQuestions()).filter((question) => question.template !== null);
  return [...new Set(variants.map((question) => question.template ?? ''))].map((template) => ({
    params: { bank, template },
    props: { questions: variants.filter((question) => question.template === template) },
  }));
}

/** The published variants of a template. */
export const GET: APIRoute = async ({ props }) =>
  new Response(await renderShard(props['questions'], import.meta.env.BASE_URL));
