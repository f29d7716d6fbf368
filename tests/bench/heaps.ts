/** The heaps of a page and its workers. */
import type { Page } from 'playwright';

/**
 * Gives a way to measure the bytes that page and workers keep: each is made to collect its garbage first. Call it once the
 * workers run.
 */
export async function watchHeaps(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  const workers: string[] = [];
  const waiting = new Map<number, (result: { readonly usedSize?: number }) => void>();
  let asked = 0;
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.push(sessionId);
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result ?? {});
    waiting.delete(id);
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  await page.waitForTimeout(500);
  if (workers.length === 0) throw new Error('The page has no worker to measure.');
  const ask = (sessionId: string, method: string): Promise<{ readonly usedSize?: number }> =>
    new Promise((done, fail) => {
      asked += 1;
      waiting.set(asked, done);
      session
        .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: asked, method, params: {} }) })
        .catch(fail);
    });
  return async () => {
    await page.waitForTimeout(1_000);
    // What a collection lets go of may hold on to more: twice.
    for (let i = 0; i < 2; i++) {
      await session.send('HeapProfiler.collectGarbage');
      for (const worker of workers) await ask(worker, 'HeapProfiler.collectGarbage');
    }
    let bytes = (await session.send('Runtime.getHeapUsage')).usedSize;
    for (const worker of workers) bytes += (await ask(worker, 'Runtime.getHeapUsage')).usedSize ?? 0;
    return bytes;
  };
}
