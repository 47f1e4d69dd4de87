/* The operators' page: who is at the door, and what is so now, again and again. All of it is made of the answers of the bot's JSON. */
import { ask, forget, hasToken, keep } from "./door.js";
import { isBusy } from "./forms.js";
import { beginning, showIncidents } from "./incidents.js";
import { isPlanned, showAlarms, showAudit, showDeliveries, showMute, showWorks } from "./others.js";
import { services, thisMoment, zone } from "./parts.js";

/* How often it is looked what is so now, in milliseconds. */
const EVERY = 10000;
/* After how many looks it is asked again which services there are, which may be thousands. */
const LEARN_EVERY = 30;
/* How long at least it is said what came of a command, in milliseconds; afterwards it stands among the commands only. */
const NEWS_FOR = 15000;
/* How many of the newest audit lines are shown. */
const MOST_LINES = 30;

const of = (id) => document.getElementById(id);

let timer = null;
let looking = false;
let again = false;
let outside = true;
let looks = 0;
let asOf = "";
let newsAt = 0;

const say = (text) => {
  of("trouble").textContent = text;
  of("trouble").hidden = text === "";
};

/** Nothing is asked until there is another token; what is shown, and typed, stays. */
const turnedAway = (text) => {
  outside = true;
  clearTimeout(timer);
  forget();
  of("forget").hidden = of("room").hidden;
  of("door").hidden = false;
  say(text);
  if (!document.activeElement?.matches("textarea, input, select")) {
    of("token").focus();
  }
};

const troubled = (refusal) => {
  if (refusal.isOfToken) {
    turnedAway(refusal.message);
  } else {
    say(`${refusal.message} ${asOf ? `What is shown is from ${asOf}; it` : "It"} is tried again by itself.`);
  }
};

/* Which services and languages there are changes with the file only. */
const learn = async () => {
  const known = await ask("/operator/services");
  const isNew = JSON.stringify(known.services) !== JSON.stringify(services.known) || JSON.stringify(known.languages) !== JSON.stringify(services.languages);
  services.languages = known.languages;
  services.known = known.services;
  services.names = new Map(known.services.map((one) => [one.id, one.name]));
  const form = of("begin").querySelector("form");
  if (isNew && ![...(form?.querySelectorAll("textarea") ?? [])].some((one) => one.value !== "")) {
    form?.remove();
    of("begin").append(beginning());
  }
};

const look = async () => {
  const all = await ask("/operator/incidents");
  if (looks % LEARN_EVERY === 0) {
    await learn();
  }
  looks += 1;
  const [open, planned, audit] = await Promise.all([ask("/operator/deliveries"), ask("/operator/maintenance"), ask("/operator/audit")]);
  await showIncidents(all, open.deliveries);
  showMute(all.mute);
  showAlarms(all.alarms, (one) => one.id);
  const held = open.deliveries.filter((one) => one.state === "held");
  const others = open.deliveries.filter((one) => one.state !== "held" && one.hold !== "approval");
  showDeliveries([...held, ...others], (one) => one.id);
  showWorks(planned.maintenances.filter(isPlanned), (one) => one.id);
  showAudit(audit.audit.slice(0, MOST_LINES), (one) => `${one.at} ${one.operator} ${one.order}`);
  asOf = thisMoment();
  of("as-of").textContent = `As of ${asOf}, by your own clock (${zone()}). Looked at every ${EVERY / 1000} seconds.`;
  of("door").hidden = true;
  of("token").value = "";
  of("room").hidden = false;
  if (Date.now() - newsAt > NEWS_FOR) {
    of("news").textContent = "";
  }
  say("");
};

/* Nothing moves while nobody looks, or somebody is about to press a button. */
const later = () => {
  if (document.hidden || isBusy()) {
    timer = setTimeout(later, EVERY);
  } else {
    refresh();
  }
};

/** One look at a time; if there is news meanwhile, another one afterwards. */
const refresh = async () => {
  clearTimeout(timer);
  again = looking;
  if (looking) {
    return;
  }
  looking = true;
  try {
    await look();
  } catch (refusal) {
    troubled(refusal);
  } finally {
    looking = false;
  }
  if (outside) {
    return;
  }
  if (again) {
    refresh();
  } else {
    timer = setTimeout(later, EVERY);
  }
};

const enter = () => {
  outside = false;
  of("forget").hidden = false;
  refresh();
};

of("door").addEventListener("submit", (event) => {
  event.preventDefault();
  const token = of("token").value.trim();
  if (/^[\x21-\x7e]+$/.test(token)) {
    keep(token);
    enter();
  } else {
    say("A token has only letters, digits and signs, without a space between.");
  }
});

of("forget").addEventListener("click", () => {
  forget();
  location.reload();
});

document.addEventListener("commanded", (event) => {
  of("news").textContent = event.detail;
  newsAt = Date.now();
  refresh();
});

document.addEventListener("refused", (event) => {
  if (event.detail.isOfToken) {
    turnedAway(event.detail.message);
  } else {
    refresh();
  }
});

document.addEventListener("visibilitychange", () => {
  if (!document.hidden && !outside) {
    refresh();
  }
});

if (hasToken()) {
  enter();
} else {
  of("door").hidden = false;
}
