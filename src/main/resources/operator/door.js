/* The token, and all that is asked of the bot with it. It travels in a header that only this script sets: no cookie, no form. */
const PLACE = "backonline.token";
/* How long an answer is waited for, in milliseconds: a command waits for the database, which is given half a minute. */
const PATIENCE = 40000;

let token = sessionStorage.getItem(PLACE) ?? "";

export const hasToken = () => token !== "";

export const keep = (text) => {
  token = text;
  sessionStorage.setItem(PLACE, text);
};

export const forget = () => {
  token = "";
  sessionStorage.removeItem(PLACE);
};

/** What the bot does not do, in words. `status` is that of HTTP, or 0 where there was no answer. */
export class Refusal extends Error {
  constructor(status, words) {
    super(words);
    this.status = status;
    this.isHarmless = false;
  }

  /** Whether another token is needed. */
  get isOfToken() {
    return this.status === 401 || this.status === 429;
  }

  /** Whether it may have been done all the same. */
  get isUnclear() {
    return !this.isHarmless && (this.status === 0 || this.status >= 500);
  }
}

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const heard = async (method, path, body, more) => {
  try {
    const answer = await fetch(path, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: { Authorization: `Bearer ${token}`, ...more },
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE),
    });
    return { status: answer.status, said: parsed(await answer.text()) };
  } catch {
    throw new Refusal(0, "The bot does not answer.");
  }
};

const send = async (method, path, body, more = {}) => {
  const { status, said } = await heard(method, path, body, more);
  if (status >= 200 && status < 300 && said !== null) {
    return said;
  }
  throw new Refusal(said === null && status < 400 ? 502 : status, said?.error
    ? `The bot says: ${said.error}.`
    : `Something before the bot answers ${status}.`);
};

export const ask = (path) => send("GET", path);

/** What a command would have told; nothing is done, whatever comes of it. */
export const preview = async ({ method, path, body }) => {
  try {
    return await send(method, `${path}/preview`, body);
  } catch (refusal) {
    refusal.isHarmless = true;
    throw refusal;
  }
};

/* Elsewhere than on localhost a browser has randomUUID only over TLS. */
const random = () => crypto.randomUUID?.()
  ?? [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/* The names of commands whose answer is not known yet: the same command once more has the same name, and is obeyed once. */
const names = new Map();

const spelt = ({ method, path, body }) => `${method} ${path} ${JSON.stringify(body)}`;

/** Whether it was given before, and nobody knows what came of it. */
export const isUnanswered = (order) => names.has(spelt(order));

export const command = async ({ method, path, body }) => {
  const order = spelt({ method, path, body });
  const name = names.get(order) ?? random();
  names.set(order, name);
  try {
    const said = await send(method, path, body, { "Idempotency-Key": name });
    names.delete(order);
    return said;
  } catch (refusal) {
    if (!refusal.isUnclear) {
      names.delete(order);
    }
    throw refusal;
  }
};
