/* Loads a page anew once the document it shows is read; without this script its reader does. */

/* Milliseconds between two looks, and how many there are. */
const LOOK = 3000;
const MOST = 100;

const SIGN = "data-unread";

async function look(left) {
  await new Promise((done) => setTimeout(done, LOOK));
  const answer = await fetch(location.href).catch(() => null);
  const isRead = answer?.ok && !(await answer.text()).includes(SIGN);
  /* What is being typed stays. */
  const isTyping = document.activeElement?.closest("input, textarea, select");
  if (isRead && !isTyping) location.reload();
  else if (left) look(left - 1);
}

if (document.querySelector(`[${SIGN}]`)) look(MOST);
