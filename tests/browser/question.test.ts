/** A question on its own page says whether the reader's own answer was right. */
import { describe, expect, it } from 'vitest';
import { siteForTests } from './site-for-tests.ts';

const site = siteForTests();

describe('a question page', () => {
  it('marks the option chosen when the answer is opened, and again when another is chosen', async () => {
    const { page, faults } = await site.visit('/questions/dl-act-chief-purpose/');
    const rows = page.locator('.reasons > li');
    const keys = await rows.evaluateAll((all) => all.map((row) => row.classList.contains('right')));
    const [right, wrong] = [keys.indexOf(true), keys.indexOf(false)];
    await page.locator('.options label').nth(wrong).click();
    await page.locator('.answer summary').click();
    expect(await page.locator('.own').innerText()).toMatch(/^你的答案：[A-E] · 错$/);
    expect(await rows.nth(wrong).getAttribute('class')).toContain('chosen');
    await page.locator('.options label').nth(right).click();
    await page.locator('.own').getByText('· 对').waitFor();
    expect(await page.locator('.reasons .chosen').count()).toBe(1);
    expect(faults).toEqual([]);
  });

  it('says nothing of an answer that was not given', async () => {
    const { page } = await site.visit('/en/questions/dl-act-chief-purpose/');
    await page.locator('.answer summary').click();
    await page.locator('.own').waitFor({ state: 'attached' });
    await page.waitForTimeout(300);
    expect(await page.locator('.own').textContent()).toBe('');
    expect(await page.locator('.own').isVisible()).toBe(false);
    // It was listening all the same.
    await page.locator('.options label').first().click();
    await page.locator('.own').getByText('Your answer').waitFor();
  });

  it('reads a number as a paper does, and Enter opens the answer', async () => {
    const { page, faults } = await site.visit('/en/questions/dl-sigmoid-max-slope/');
    const address = page.url();
    await page.locator('.number input').fill('２．５e-1');
    await page.locator('.number input').press('Enter');
    await page.locator('.own').getByText('right').waitFor();
    await page.locator('.number input').fill('1');
    await page.locator('.number input').blur();
    await page.locator('.own').getByText('wrong').waitFor();
    expect(page.url()).toBe(address);
    expect(faults).toEqual([]);
  });
});
