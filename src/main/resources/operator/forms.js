/* Commands as forms: what they need, what they would tell, whether that is meant, and what came of it. */
import { command, isUnanswered, preview } from "./door.js";
import { make, services, told } from "./parts.js";

let count = 0;

/** A control with its label. */
export const field = (text, control, hint) => {
  count += 1;
  control.id = `field-${count}`;
  const about = hint ? make("span", { class: "quiet", id: `hint-${count}` }, hint) : null;
  if (about) {
    control.setAttribute("aria-describedby", about.id);
  }
  return make("div", { class: "field" }, make("label", { for: control.id }, text), about, control);
};

export const line = (attributes = {}) => make("input", { type: "text", autocomplete: "off", maxlength: "500", ...attributes });

export const choice = (options) =>
  make("select", {}, options.map(([value, text]) => make("option", { value }, text)));

/** A text for each language, and how to read them. */
export const texts = () => {
  const areas = services.languages.map((tag) => [tag, make("textarea", { rows: "3", maxlength: "4000", lang: tag })]);
  const fields = areas.map(([tag, area], place) =>
    field(`Text in ${tag}`, area, place === 0 && areas.length > 1 ? "Stands in for the languages that you leave out." : ""));
  const read = () => {
    const filled = areas.map(([tag, area]) => [tag, area.value.trim()]).filter(([, text]) => text !== "");
    return filled.length === 0 ? {} : { texts: Object.fromEntries(filled) };
  };
  return { fields, read };
};

/** Asks once whether it is meant. */
const sure = (title, body, yes) => new Promise((answered) => {
  const dialog = document.getElementById("sure");
  document.getElementById("sure-title").textContent = title;
  document.getElementById("sure-body").replaceChildren(...body);
  document.getElementById("sure-yes").textContent = yes;
  dialog.returnValue = "no";
  dialog.addEventListener("close", () => answered(dialog.returnValue === "yes"), { once: true });
  dialog.showModal();
});

["yes", "no"].forEach((answer) =>
  document.getElementById(`sure-${answer}`).addEventListener("click", () => document.getElementById("sure").close(answer)));

let busy = false;

/** Whether a person is in the middle of something: then nothing moves under their fingers. */
export const isBusy = () => busy;

/** While a command is under way no other can be given. */
const alone = async (work) => {
  if (busy) {
    return;
  }
  const buttons = [...document.querySelectorAll("main button")].filter((button) => !button.disabled);
  const focused = document.activeElement;
  busy = true;
  buttons.forEach((button) => { button.disabled = true; });
  try {
    await work();
  } finally {
    busy = false;
    buttons.forEach((button) => { button.disabled = false; });
    focused?.focus({ preventScroll: true });
  }
};

const said = (answer) => {
  const notes = answer.notes ?? (answer.note ? [answer.note] : []);
  return ["done.", ...notes.map((note) => `${note[0].toUpperCase()}${note.slice(1)}.`)].join(" ");
};

const failed = (refusal) => (refusal.isUnclear
  ? `${refusal.message} It may have been done all the same: press again, and it is done once.`
  : refusal.message);

/** What is asked before, once: in the words of the command, or by what it would tell. */
const isMeant = async (order, { title, yes, question }) => {
  if (question === undefined || isUnanswered(order)) {
    return true;
  }
  const body = question === "told" ? told(await preview(order)) : [make("p", {}, question)];
  return sure(title, body, yes);
};

/**
 * A form. `order` gives `{ method, path, body }` when it is sent; `question` is what is asked before: "told" for all that would be told,
 * a sentence, or nothing. What came of it is an event on `document`: `commanded`, or `refused`, which is said beside the button too.
 */
export const form = ({ title, yes, fields = [], order, question, main = false }) => {
  const outcome = make("output", { class: "outcome" });
  const button = make("button", main ? { type: "submit", class: "main" } : { type: "submit" }, yes);
  const element = make("form", { "aria-label": title }, fields, make("p", { class: "buttons" }, button), outcome);
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    outcome.textContent = "";
    alone(async () => {
      try {
        const given = order();
        if (await isMeant(given, { title, yes, question })) {
          const done = said(await command(given));
          element.reset();
          document.dispatchEvent(new CustomEvent("commanded", { detail: `${title}: ${done}` }));
        }
      } catch (refusal) {
        outcome.textContent = failed(refusal);
        document.dispatchEvent(new CustomEvent("refused", { detail: refusal }));
      }
    });
  });
  return element;
};

/** A form that is folded away until it is wanted. */
export const folded = (text, element) => make("details", { class: "command" }, make("summary", {}, text), element);
