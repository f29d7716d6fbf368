import type { APIRoute } from 'astro';
import { loadBankHash, loadQuestions, renderShard } from '#layouts/paper-bank.ts';

/** A file for each section of today’s bank, with its questions that stand alone. */
export async function getStaticPaths() {
  const bank = await loadBankHash();
  const questions = (await loadQuestions()).filter((question) => question.template === null);
  return [...new Set(questions.map((question) => question.section))].map((key) => {
    const [chapter, section] = key.split('/');
    return {
      params: { bank, chapter, section },
      props: { questions: questions.filter((question) => question.section === key) },
    };
  });
}

/** The questions of a section. */
export const GET: APIRoute = async ({ props }) =>
  new Response(await renderShard(props['questions'], import.meta.env.BASE_URL));
