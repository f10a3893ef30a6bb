import type { CalendarColor } from "../../services/calendars/calendar.model.js";
import { graphqlEnum, UNKNOWN } from "../common/enums.js";

export const CalendarColorEnum = graphqlEnum<CalendarColor>(
  "CalendarColor",
  "A calendar's colour in Outlook's theme.",
  {
    AUTO: "Chosen by Outlook; the default.",
    LIGHT_BLUE: "Light blue.",
    LIGHT_GREEN: "Light green.",
    LIGHT_ORANGE: "Light orange.",
    LIGHT_GRAY: "Light gray.",
    LIGHT_YELLOW: "Light yellow.",
    LIGHT_TEAL: "Light teal.",
    LIGHT_PINK: "Light pink.",
    LIGHT_BROWN: "Light brown.",
    LIGHT_RED: "Light red.",
    MAX_COLOR: "The last of Microsoft's list; it stands for no colour of its own.",
    UNKNOWN,
  },
);
