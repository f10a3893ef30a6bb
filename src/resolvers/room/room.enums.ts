import type { RoomBookingType } from "../../services/rooms/room.model.js";
import type { RoomFeature } from "../../services/rooms/room-filter.js";
import { graphqlEnum } from "../common/enums.js";

export const RoomFeatureEnum = graphqlEnum<RoomFeature>("RoomFeature", "Something that a room may have.", {
  AUDIO: "A device for sound.",
  VIDEO: "A camera.",
  DISPLAY: "A screen.",
  WHEEL_CHAIR_ACCESS: "Access by wheelchair.",
});

export const RoomBookingTypeEnum = graphqlEnum<RoomBookingType>("RoomBookingType", "How a room is booked.", {
  STANDARD: "By inviting it.",
  RESERVED: "By whoever comes first, on the spot.",
  UNKNOWN: "Microsoft does not tell, or added a value later.",
});
