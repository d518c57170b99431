import { sendKeys } from '@web/test-runner-commands';

/**
 * Whether a key acts on a button. A driven Firefox now and then stops giving keys to buttons for the rest of a run, and
 * nothing can be tried by key then; every other browser is held to it.
 */
export async function keysAct(): Promise<boolean> {
  if (!navigator.userAgent.includes('Firefox')) return true;
  const probe = document.createElement('button');
  document.body.append(probe);
  let isClicked = false;
  probe.addEventListener('click', () => (isClicked = true));
  probe.focus();
  await sendKeys({ press: 'Enter' });
  await new Promise(requestAnimationFrame);
  probe.remove();
  return isClicked;
}
