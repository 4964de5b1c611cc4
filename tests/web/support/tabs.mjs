// Tabs of one window, so that one hides the other. Playwright keeps all of its own pages visible; these
// live in a browser context that it does not know, and are spoken to through the browser's session.
export async function openTabs(browser) {
  const session = await browser.newBrowserCDPSession();
  const { browserContextId } = await session.send('Target.createBrowserContext');
  const replies = new Map();
  let calls = 0;
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const reply = JSON.parse(message);
    replies.get(reply.id)?.(reply);
    replies.delete(reply.id);
  });

  async function open(url) {
    const { targetId } = await session.send('Target.createTarget', { url, browserContextId });
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    const send = (method, params = {}) =>
      new Promise((done) => {
        const id = ++calls;
        replies.set(id, done);
        session.send('Target.sendMessageToTarget', {
          sessionId,
          message: JSON.stringify({ id, method, params }),
        });
      });
    return {
      // The value of an expression, or of the promise that it gives.
      async evaluate(expression) {
        const { result, error } = await send('Runtime.evaluate', {
          expression,
          awaitPromise: true,
          returnByValue: true,
        });
        if (error || result.exceptionDetails)
          throw new Error(JSON.stringify(error ?? result.exceptionDetails.exception));
        return result.result.value;
      },
      activate: () => session.send('Target.activateTarget', { targetId }),
      close: () => session.send('Target.closeTarget', { targetId }),
    };
  }

  return {
    open,
    close: async () => {
      await session.send('Target.disposeBrowserContext', { browserContextId });
      await session.detach();
    },
  };
}
