import type { Visibility } from "../../services/visibility/visibility-rule.js";
import { graphqlEnum } from "../common/enums.js";

export const VisibilityEnum = graphqlEnum<Visibility>(
  "Visibility",
  "How much of events an API key or a connection shows. The stricter one of both holds.",
  {
    FULL: "Everything that the permission level reads.",
    LIMITED:
      "Times, titles and places, and what event it is of a series. No texts, people, online meetings, or extended data.",
    BUSY_ONLY: "When time is taken, and how it is shown to others.",
    HIDDEN: "Nothing: the events are in no list, and cannot be read by their ids.",
  },
);
