/* What the page is made of. Whatever comes from the bot becomes text, and never anything else. */

/** An element with attributes and children; strings are text. */
export const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  element.append(...children.flat().filter((child) => child !== null));
  return element;
};

export const words = (name) => name.replaceAll("_", " ");

const clock = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const second = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** A time as the reader's own clock shows it. */
export const when = (text) => make("time", { datetime: text, title: text }, clock.format(new Date(text)));

export const thisMoment = () => second.format(new Date());

export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The names of services by their ids, as far as they are known. */
export const services = { languages: [], known: [], names: new Map() };

export const named = (ids) => ids.map((id) => services.names.get(id) ?? id).join(", ");

/** A term and what there is to say of it. */
export const facts = (...pairs) =>
  make("dl", { class: "facts" }, pairs
    .filter(([, said]) => said !== undefined && said !== null && said !== "")
    .map(([term, said]) => make("div", {}, make("dt", {}, term), make("dd", {}, said))));

/** Words as they were said, or would be, and where. */
export const post = (where, language, text, note) =>
  make("figure", { class: "post" },
    make("figcaption", { class: "quiet" }, note ? `${where}: ${note}` : where),
    text ? make("blockquote", { lang: language }, text) : null);

/** All that a command would have told. */
export const told = (answer) => [
  ...answer.told.map((one) => post(`${one.channel}, ${one.language}`, one.language, one.text, one.note)),
  answer.told.length === 0 ? make("p", {}, "No channel is told anything now.") : null,
  ...answer.notes.map((note) => make("p", { class: "quiet" }, note)),
].filter((one) => one !== null);

/** An address of a network's, if it is one that a browser may go to. */
export const link = (address, text) =>
  /^https?:\/\//.test(address) ? make("a", { href: address, rel: "noreferrer", target: "_blank" }, text) : text;

/** A part that is written anew only if what it shows has changed; what was unfolded in it stays so. */
export const part = (element, write) => {
  let seen = null;
  return (item) => {
    const now = JSON.stringify(item);
    if (now === seen) {
      return;
    }
    seen = now;
    const open = [...element.querySelectorAll("details[open]")].map((one) => one.dataset.key);
    const focused = document.activeElement?.closest("details");
    const key = element.contains(focused) ? focused.dataset.key : null;
    element.replaceChildren(...[write(item)].flat().filter((one) => one !== null));
    element.querySelectorAll("details").forEach((one) => {
      one.open = open.includes(one.dataset.key);
      if (key !== null && one.dataset.key === key) {
        one.querySelector("summary").focus({ preventScroll: true });
      }
    });
  };
};

const isTyped = (element) =>
  [...element.querySelectorAll("textarea, input")].some((one) => one.type !== "checkbox" && one.value.trim() !== "");

/* One that is gone from the list goes, unless something is typed into it. */
const leave = (known, present) => {
  known.forEach((card, key) => {
    if (present.has(key)) {
      card.element.querySelector(".gone")?.remove();
    } else if (!isTyped(card.element)) {
      card.element.remove();
      known.delete(key);
    } else if (!card.element.querySelector(".gone")) {
      card.element.prepend(make("p", { class: "gone" }, "This is not in this list any more. What you typed is kept until you clear it."));
    }
  });
};

/* Whoever types in one that is moved goes on typing. */
const put = (list, element, place) => {
  if (list.children[place] !== element) {
    const focused = document.activeElement;
    list.insertBefore(element, list.children[place] ?? null);
    if (element.contains(focused)) {
      focused.focus({ preventScroll: true });
    }
  }
};

/** Brings a list up to date. Each card stays the element that it is, with all that is typed into it. `build` gives `{ element, show }`. */
export const cards = (id, build) => {
  const list = document.getElementById(id);
  const none = document.getElementById(`no-${id}`);
  const known = new Map();
  return (items, key) => {
    leave(known, new Set(items.map(key)));
    items.forEach((item, place) => {
      if (!known.has(key(item))) {
        known.set(key(item), build(item));
      }
      const card = known.get(key(item));
      card.show(item);
      put(list, card.element, place);
    });
    none.hidden = list.children.length > 0;
    list.hidden = list.children.length === 0;
  };
};
