import type { MeetingScope } from "../../services/events/actions/acting-event.js";
import type { MoveObstacle } from "../../services/events/actions/event-copy.js";
import type { MeetingResponse } from "../../services/events/actions/response-draft.js";
import { graphqlEnum } from "../common/enums.js";

export const MeetingScopeEnum = graphqlEnum<MeetingScope>(
  "MeetingScope",
  "What an action on a meeting concerns where the meeting is one of a series.",
  {
    THIS: "The event that is named: one occurrence, or with a series' own id the whole series.",
    SERIES: "The whole series that the named event belongs to; the event itself where it belongs to none.",
  },
);

export const MeetingResponseEnum = graphqlEnum<MeetingResponse>("MeetingResponse", "An answer to an invitation.", {
  ACCEPT: "Will come.",
  TENTATIVE: "May come.",
  DECLINE: "Will not come. Microsoft takes the meeting out of the calendar unless the mailbox keeps declined ones.",
});

export const MoveObstacleEnum = graphqlEnum<MoveObstacle>("MoveObstacle", "Why an event cannot be moved.", {
  NOT_ORGANIZER: "The mailbox is invited; the meeting belongs to its organizer.",
  ATTENDEES: "It has attendees, who would get a cancellation and a new invitation.",
  SERIES: "It is a series or one of its occurrences.",
  ONLINE_MEETING: "It is an online meeting, whose join link would be another one.",
  ATTACHMENTS: "It has attachments, or images in its text, which would not come along.",
});
