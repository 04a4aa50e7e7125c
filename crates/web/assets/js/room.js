// The interview room, on an element with [data-room].
//
// r focuses the question (#question) so that it is read again; c and h are declared by data-key on
// the footer's buttons; Ctrl+Enter finishes from anywhere in the room. At load the present turn
// ([data-current-turn]) is brought into view, the question is told to the answer box as its
// description, and the box takes the focus on wide screens (on phones the keyboard would hide the
// question). After a move (the address ends in #question) the new question is announced.

import { say } from "./boot.js";

const wide = matchMedia("(min-width: 760px)");

function arrive() {
  const room = document.querySelector("[data-room]");
  if (!room) return;
  const question = room.querySelector("#question");
  const box = room.querySelector("gr-answer textarea");
  const described = box?.getAttribute("aria-describedby");
  if (box && question) box.setAttribute("aria-describedby", described ? `question ${described}` : "question");
  if (document.querySelector("[data-focus], [popover]:popover-open")) return;
  room.querySelector("[data-current-turn]")?.scrollIntoView({ block: "nearest" });
  const free = document.activeElement === document.body || document.activeElement === question;
  if (wide.matches && free) box?.focus({ preventScroll: true });
  if (location.hash === "#question" && question && document.activeElement !== question) say(question.textContent.trim());
}

document.addEventListener("keydown", (event) => {
  const room = document.querySelector("[data-room]");
  if (!room || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  if (event.target.closest?.(".room-pop")) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    room.querySelector("[data-finish]")?.click();
    return;
  }
  const typing = event.target.closest?.("textarea, input, select");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.documentElement.dataset.shortcuts === "off" || event.key !== "r") return;
  const question = room.querySelector("#question");
  question?.scrollIntoView({ block: "center" });
  question?.focus({ preventScroll: true });
});

arrive();
