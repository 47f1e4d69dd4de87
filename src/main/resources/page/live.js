/* Without this the page says the same. With it, it says so as it happens, and in the reader's own time. */
(() => {
  "use strict";
  const script = document.currentScript;
  const { events, news, yours } = script.dataset;
  const language = document.documentElement.lang;

  /* How long to wait: between questions where the server tells us nothing, and before all readers ask at once. */
  const ask = 30000;
  const spread = 1000;
  const patience = 3;

  /* Made when first needed: they cost more than all else here, and a reader in the page's zone needs none. */
  let hour = null;
  let dayAndHour = null;
  const clock = { hour: "numeric", minute: "2-digit" };

  const own = (instant, sameDay) => {
    if (sameDay) {
      hour ??= new Intl.DateTimeFormat(language, clock);
      return hour.format(instant);
    }
    dayAndHour ??= new Intl.DateTimeFormat(language, { weekday: "short", ...clock });
    return dayAndHour.format(instant);
  };

  /** A time on the page begins with its date and ends with its offset; the reader's own differs if the offset does. */
  const localise = () => {
    let shown = false;
    for (const time of document.querySelectorAll("time[datetime*='T']")) {
      const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(time.dateTime) || [, "+", "00", "00"];
      const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
      const instant = new Date(time.dateTime);
      if (Number.isNaN(instant.getTime()) || instant.getTimezoneOffset() === -offset) {
        continue;
      }
      const local = new Date(instant.getTime() + offset * 60000);
      const sameDay = local.getUTCDate() === instant.getDate();
      const span = document.createElement("span");
      span.className = "offset";
      span.textContent = ` (${own(instant, sameDay)})`;
      time.append(span);
      shown = true;
    }
    document.getElementById("yours").textContent =
      shown ? `${yours} (${Intl.DateTimeFormat().resolvedOptions().timeZone})` : "";
  };

  let tag = null;

  const keep = () => ({
    focus: path(document.activeElement),
    open: [...document.querySelectorAll("main details")].map((one) => one.open),
    top: window.scrollY,
  });

  /** Where an element is, by the elements around it; a link by where it leads to. */
  const path = (element) => {
    if (!element || element === document.body || !element.closest("main")) {
      return null;
    }
    if (element.id) {
      return `#${CSS.escape(element.id)}`;
    }
    return element.href ? `main a[href="${CSS.escape(element.getAttribute("href"))}"]` : null;
  };

  const restore = (kept) => {
    const details = document.querySelectorAll("main details");
    if (details.length === kept.open.length) {
      details.forEach((one, index) => { one.open = kept.open[index]; });
    }
    if (kept.focus) {
      document.querySelector(kept.focus)?.focus({ preventScroll: true });
    }
    window.scrollTo(window.scrollX, kept.top);
  };

  const show = (text) => {
    const next = new DOMParser().parseFromString(text, "text/html");
    const main = next.querySelector("main");
    if (!main) {
      return;
    }
    const before = document.querySelector("main h1").textContent;
    const kept = keep();
    document.querySelector("main").replaceWith(document.adoptNode(main));
    document.title = next.title;
    document.querySelector("link[rel=icon]").href = next.querySelector("link[rel=icon]").getAttribute("href");
    localise();
    restore(kept);
    const after = document.querySelector("main h1").textContent;
    document.getElementById("news").textContent = before === after ? "" : `${news} ${after}`;
  };

  const refresh = async () => {
    try {
      const answer = await fetch(location.href, { cache: "no-cache" });
      const found = answer.headers.get("ETag");
      if (answer.ok && found !== tag) {
        if (tag !== null || document.lastModified) {
          show(await answer.text());
        }
        tag = found;
      }
    } catch {
      /* The page stays as it is; the next question may be answered. */
    }
  };

  let source = null;
  let timer = null;
  let failures = 0;

  const poll = () => {
    clearInterval(timer);
    timer = setInterval(() => { if (!document.hidden) { refresh(); } }, ask + Math.random() * spread);
  };

  const listen = () => {
    if (!("EventSource" in window)) {
      poll();
      return;
    }
    source = new EventSource(events);
    source.addEventListener("open", () => { failures = 0; clearInterval(timer); });
    source.addEventListener("update", () => { setTimeout(refresh, Math.random() * spread); });
    source.addEventListener("error", () => {
      failures += 1;
      if (source.readyState === EventSource.CLOSED || failures >= patience) {
        source.close();
        source = null;
        poll();
      }
    });
  };

  /* A tab that nobody sees holds no connection; once it is seen again, it catches up. */
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      source?.close();
      source = null;
      clearInterval(timer);
    } else if (source === null) {
      failures = 0;
      refresh();
      listen();
    }
  });

  localise();
  if (!document.hidden) {
    listen();
  }
})();
