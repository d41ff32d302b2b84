extension PageDocument {
  /// Fills the page from the states that come.
  ///
  /// Texts go in by textContent alone: a name is never markup.
  static let script = #"""
    "use strict";
    const at = (id) => document.getElementById(id);
    const headlines = {
      waiting: ["note", "Nothing was migrated yet"], running: ["note", "The migration runs"],
      cancelling: ["warn", "Being cancelled: what is open is undone"],
      finished: ["good", "Finished: everything was carried over exactly"],
      findings: ["warn", "Finished, with findings"], ended: ["good", "Finished"], failed: ["bad", "Failed"],
      cancelled: ["warn", "Cancelled: what was committed stays"],
      stopped: ["warn", "Not finished, and nobody is at work on it"],
      unreachable: ["bad", "The ledger in PostgreSQL cannot be read: what is shown is old"],
    };
    const complete = ["finished", "findings", "ended"];
    const over = [...complete, "failed", "cancelled", "stopped"];
    let heard = Date.now();
    let ended = false;

    const number = (value) => Math.round(value).toLocaleString("en-US");
    function time(seconds) {
      if (seconds < 10) return seconds.toFixed(1) + " s";
      const whole = Math.round(seconds);
      const two = (value) => String(value).padStart(2, "0");
      if (whole < 60) return whole + " s";
      if (whole < 3600) return Math.floor(whole / 60) + " min " + two(whole % 60) + " s";
      return Math.floor(whole / 3600) + " h " + two(Math.floor(whole % 3600 / 60)) + " min";
    }
    function bytes(count) {
      let unit = "B";
      for (const larger of ["KB", "MB", "GB", "TB"]) {
        if (count < 1000) break;
        count /= 1000;
        unit = larger;
      }
      return (unit === "B" || count >= 9.95 ? count.toFixed(0) : count.toFixed(1)) + " " + unit;
    }
    const known = (value) => typeof value === "number";
    function put(element, text) { if (element.textContent !== text) element.textContent = text; }
    function show(element, isShown) { element.hidden = !isShown; }

    // Gives a list as many children as there are items, and leaves those alone that are there.
    function fill(list, items, make, update) {
      while (list.children.length > items.length) list.lastElementChild.remove();
      while (list.children.length < items.length) list.append(make());
      items.forEach((item, index) => update(list.children[index], item));
    }
    function element(name, className) {
      const made = document.createElement(name);
      if (className) made.className = className;
      return made;
    }
    function bar(progress, done, estimate, state) {
      const isDone = state === "done";
      progress.className = isDone ? "done" : "";
      if (isDone) { progress.max = 1; progress.value = 1; return; }
      if (state === "waiting") { progress.max = 1; progress.value = 0; return; }
      if (!estimate) { progress.removeAttribute("value"); return; }
      progress.max = Math.max(estimate, done, 1);
      progress.value = done;
    }
    function tableRow() {
      const row = element("tr");
      const name = element("td", "name text");
      const cell = element("td", "bar");
      cell.append(element("progress"));
      row.append(name, cell);
      for (const label of ["Rows", "Rows/s", "Time", "Left out"]) {
        const figure = element("td", label === "Rows" ? "n of" : "n");
        figure.dataset.label = label;
        row.append(figure);
      }
      return row;
    }
    function updateTable(row, table) {
      const cells = row.children;
      row.className = table.progress;
      put(cells[0], table.name);
      const progress = cells[1].firstElementChild;
      const byChunks = !table.estimate && table.chunks;
      bar(progress, byChunks ? table.chunks_done || 0 : table.rows, byChunks ? table.chunks : table.estimate,
        table.progress);
      progress.setAttribute("aria-label", "Progress of " + table.name);
      let rows = number(table.rows);
      if (table.progress === "waiting") rows = table.estimate ? "about " + number(table.estimate) : "";
      else if (table.progress !== "done" && table.estimate) rows += " of about " + number(table.estimate);
      if (table.progress === "running" && table.chunks > 1)
        rows += ", " + number(table.chunks_done || 0) + " of " + number(table.chunks) + " chunks";
      put(cells[2], rows);
      put(cells[3], known(table.per_second) ? number(table.per_second) : "");
      put(cells[4], known(table.seconds) ? time(table.seconds) : "");
      put(cells[5], table.rejected ? number(table.rejected) : "");
      cells[5].className = table.rejected ? "n left-out" : "n";
    }
    function updateWorker(row, worker) {
      put(row.children[0], String(worker.number));
      put(row.children[1], worker.table
        ? worker.table + (known(worker.chunk) ? ", chunk " + number(worker.chunk) : "") : "nothing");
      put(row.children[2], worker.table && known(worker.seconds) ? time(worker.seconds) : "");
    }
    function workerRow() {
      const row = element("tr");
      row.append(element("td", "n"), element("td", "text"), element("td", "n"));
      return row;
    }

    function render(state) {
      const [mark, headline] = headlines[state.condition] || ["note", state.condition];
      at("verdict").className = "verdict " + mark;
      put(at("headline"), headline);
      document.title = headline + " - oraferry";
      put(at("source"), state.source);
      put(at("target"), state.target);
      show(at("arrow"), state.source && state.target);
      put(at("problem"), state.problem || "");
      fill(at("summary"), state.summary, () => element("li"), put);
      show(at("report"), state.report);
      put(at("report-path"), state.report || "");
      show(at("advice"), state.advice);
      put(at("advice"), state.advice || "");
      show(at("cancelling"), state.can_cancel);

      const rows = state.rows;
      const isOver = over.includes(state.condition);
      show(at("overall"), known(state.begun));
      bar(at("bar"), rows.done, rows.estimate,
        complete.includes(state.condition) ? "done" : isOver || !rows.done ? "waiting" : "running");
      if (isOver && rows.estimate && at("bar").className !== "done") {
        at("bar").max = Math.max(rows.estimate, rows.done, 1);
        at("bar").value = rows.done;
      }
      put(at("rows"), number(rows.done));
      put(at("rows-of"), !isOver && rows.estimate ? "rows of about " + number(rows.estimate) : "rows");
      put(at("rate"), known(rows.per_second) ? number(rows.per_second) : "–");
      put(at("bytes-rate"),
        "rows a second" + (known(rows.bytes_per_second) ? ", " + bytes(rows.bytes_per_second) : ""));
      put(at("left"), !isOver && known(rows.seconds_left) ? time(rows.seconds_left) : "–");
      put(at("elapsed-of"), isOver ? "in all" : "so far");
      put(at("elapsed"), known(state.seconds) ? time(state.seconds) : "–");
      put(at("tables-done"),
        number(state.tables_done) + (known(state.table_count) ? " of " + number(state.table_count) : ""));
      put(at("rejected"), number(state.rejected));
      at("rejected").className = state.rejected ? "left-out" : "";

      show(at("phases-part"), state.phases.length > 0);
      fill(at("phases"), state.phases, () => element("li"), (item, phase) => {
        item.className = phase.progress;
        put(item, phase.name);
      });
      show(at("workers-part"), state.workers.length > 0 && !isOver);
      fill(at("workers"), state.workers, workerRow, updateWorker);
      show(at("tables-part"), state.tables.length > 0);
      fill(at("tables"), state.tables, tableRow, updateTable);
      show(at("omitted"), state.tables_omitted > 0);
      put(at("omitted"), "and " + number(state.tables_omitted) + " more tables");
      show(at("log-part"), state.log.length > 0);
      const log = at("log");
      const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 8;
      put(log, state.log.join("\n"));
      if (isAtEnd) log.scrollTop = log.scrollHeight;
    }

    function lost(text) {
      put(at("lost"), text);
      show(at("lost"), text !== "");
      document.body.classList.toggle("stale", text !== "");
      if (text !== "") show(at("cancelling"), false);
    }
    const events = new EventSource("events");
    events.onmessage = (event) => {
      heard = Date.now();
      const state = JSON.parse(event.data);
      lost("");
      render(state);
      if (!state.is_last) return;
      ended = true;
      events.close();
      if (!over.includes(state.condition)) lost("The program that serves this page has ended. What is shown is old.");
    };
    const away = "The connection to the program is lost: it has ended, or is out of reach. What is shown is old. "
      + "Trying again.";
    events.onerror = () => { if (!ended) lost(away); };
    // A program that was stopped keeps its connections, and says nothing.
    setInterval(() => {
      if (!ended && Date.now() - heard > 20000)
        lost("The program has said nothing for " + time((Date.now() - heard) / 1000) + ". What is shown is old.");
    }, 1000);

    function ask(isAsked) {
      show(at("sure"), isAsked);
      show(at("cancel"), !isAsked);
    }
    at("cancel").addEventListener("click", () => { ask(true); at("no").focus(); });
    at("no").addEventListener("click", () => { ask(false); at("cancel").focus(); });
    at("yes").addEventListener("click", async () => {
      ask(false);
      try {
        const answer = await fetch("cancel", { method: "POST", cache: "no-store" });
        if (!answer.ok) put(at("problem"), "It could not be cancelled (" + answer.status + "); use Ctrl-C.");
      } catch { put(at("problem"), "It could not be cancelled: the program does not answer."); }
    });

    """#
}
