// Runs in the page before its first script, where the policy does not reach.
export function watchPolicy() {
  window.violationsSeen = [];
  document.addEventListener('securitypolicyviolation', (event) =>
    window.violationsSeen.push(`${event.effectiveDirective} blocked ${event.blockedURI}`),
  );
}
