import type { EventOrder } from "../../services/events/event-order.js";
import { graphqlEnum } from "../common/enums.js";

export const EventOrderEnum = graphqlEnum<EventOrder>(
  "EventOrder",
  "How events are ordered. Those that start together: by mailbox, then by id. Dates count from midnight UTC.",
  {
    START_ASC: "The earliest start first.",
    START_DESC: "The latest start first; exactly the reverse.",
  },
);
