import { describe, expect, test } from "vitest";
import { bodyAroundMeeting, bodyWithoutMeeting } from "../../../../src/services/events/meeting-body.js";

const JOIN =
  "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0?context=%7b%22Tid%22%3a%221%22%7d";
const RULER = `<div style="width:100%"><span style="white-space:nowrap">${"_".repeat(80)}</span></div>`;
const link = `<a class="me-email-headline" href="${JOIN.replaceAll("&", "&amp;")}" target="_blank">Click here to join</a>`;
/** Both forms that Teams has written: with a class, and later with lines around it alone. */
const CLASSED = `${RULER}\r\n<div class="me-email-text" lang="en-US"><div><span>Microsoft Teams meeting</span></div>\r\n<div>${link}</div></div>\r\n${RULER}`;
const PLAIN = `${RULER}<div><span>Microsoft Teams</span></div><div style="x"><b>${link}</b></div><div>Meeting ID: 1</div>${RULER}`;
const document = (inner: string) =>
  `<html>\r\n<head>\r\n<meta charset="utf-8">\r\n</head>\r\n<body lang=EN>\r\n${inner}\r\n</body>\r\n</html>\r\n`;
const meeting = (content: string, joinUrl: string | null = JOIN) => ({
  isOnlineMeeting: true,
  onlineMeeting: joinUrl === null ? null : { joinUrl },
  body: { contentType: "html" as const, content },
});
const html = (content: string) => ({ contentType: "html" as const, content });
const refusal = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("not refused");
};

describe("the text of an online meeting [user-demands 45]", () => {
  test.each([
    ["with its class", CLASSED],
    ["between its lines", PLAIN],
  ])("changes around the block %s, which is kept to the letter", (_name, block) => {
    const { contentType, content } = bodyAroundMeeting(
      meeting(document(`<p>Old &amp; gone</p>${block}<p>After</p>`)),
      html("<p>New</p>"),
    );

    expect(contentType).toBe("html");
    expect(content).toContain(block);
    expect(content).toContain("<p>New</p>");
    expect(content).not.toMatch(/Old|After/);
    expect(content).toMatch(/^<html>\r\n<head>[\s\S]*<body lang=EN>[\s\S]*<\/body>\r\n<\/html>\r\n$/);
    // Written twice, it is there once.
    const again = bodyAroundMeeting(meeting(content ?? ""), html("<p>Newer</p>")).content ?? "";
    expect(again.split(block)).toHaveLength(2);
    expect(again).not.toContain("<p>New</p>");
  });

  test("is HTML around the block where a text is given", () => {
    const { contentType, content } = bodyAroundMeeting(meeting(document(CLASSED)), {
      contentType: "text",
      content: "a < b & c\nnext",
    });

    expect(contentType).toBe("html");
    expect(content).toContain("a &lt; b &amp; c<br>\r\nnext");
    expect(content).toContain(CLASSED);
  });

  test("may come back as it was read, edited: the block stays where it stands, and as Microsoft wrote it", () => {
    const edited = CLASSED.replace(' lang="en-US"', "");
    const { content } = bodyAroundMeeting(
      meeting(document(`<p>One</p>${CLASSED}`)),
      html(document(`<p>Before</p>${edited}<p>Behind</p>`)),
    );

    expect(content).toContain(`<p>Before</p>${CLASSED}<p>Behind</p>`);
    expect(content?.match(/<body/g)).toHaveLength(1);
  });

  test("may be emptied, and keeps its block", () => {
    const { content } = bodyAroundMeeting(meeting(document(`<p>One</p>${CLASSED}`)), {
      contentType: "text",
      content: "",
    });

    expect(content).toContain(CLASSED);
    expect(content).not.toContain("One");
  });

  test.each<[string, ReturnType<typeof meeting>, RegExp]>([
    ["the link is not in it", meeting(document("<p>Nothing</p>")), /does not hold the link/],
    ["the link stands alone", meeting(document(`<p>Join: ${link}</p>`)), /without the block/],
    ["the block is in it twice", meeting(document(`${CLASSED}<p>x</p><p>y</p>${CLASSED}`)), /more than once/],
    ["the block is not closed", meeting(`<div class="me-email-text"><p>${link}`), /HTML is broken/],
    ["Microsoft has not made the link yet", meeting(document(CLASSED), null), /not filled in/],
  ])("is left alone where %s", (_name, event, message) => {
    expect(refusal(() => bodyAroundMeeting(event, html("<p>New</p>")))).toMatch(message);
  });

  test("is found though a mail filter wrapped its link", () => {
    const wrapped = CLASSED.replace(
      /href="[^"]*"/,
      `href="https://filter.example/?url=${encodeURIComponent(JOIN)}&amp;x=1"`,
    );

    expect(bodyAroundMeeting(meeting(document(wrapped)), html("<p>New</p>")).content).toContain(wrapped);
  });

  test("of an event that is no online meeting is written as it is given", () => {
    const body = html("<p>New</p>");

    expect(bodyAroundMeeting({ ...meeting(document("x")), isOnlineMeeting: false }, body)).toBe(body);
  });

  test("goes without its block into another event", () => {
    const content = bodyWithoutMeeting(meeting(document(`<p>One</p>${PLAIN}`)))?.content ?? "";

    expect(content).toContain("<p>One</p>");
    expect(content).not.toMatch(/teams\.microsoft\.com|_{20}/);
  });
});
