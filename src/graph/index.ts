export type {
  Calendar as GraphCalendar,
  Event as GraphEvent,
  Group as GraphGroup,
  User as GraphUser,
} from "@microsoft/microsoft-graph-types";
export type { BodySink } from "./body-sink.js";
export type { Budgets, RequestBudget, Spend } from "./budgets.js";
export type { CircuitLimits } from "./circuit-breaker.js";
export { createGraphClient } from "./create-graph-client.js";
export { GraphError, type GraphErrorFacts, isGraphError, type LocalGraphCode } from "./graph-error.js";
export type { GraphClient, GraphClientOptions, GraphConnection, GraphRequest, GraphResponse } from "./graph-types.js";
export { createTransport, type TransportOptions } from "./http/create-transport.js";
export { type PageLimits, type ReadList, readAll } from "./paging.js";
export {
  cancelUpload,
  createUploadSession,
  putChunk,
  type UploadSession,
} from "./resources/attachment-upload.js";
export {
  type AttachmentFacts,
  type AttachmentPlace,
  addAttachment,
  deleteAttachment,
  getAttachment,
  listAttachments,
  type NewFile,
  readAttachment,
} from "./resources/attachments.js";
export type { CalendarPlace } from "./resources/calendar-path.js";
export { type CalendarViewInput, type CalendarViewList, calendarView } from "./resources/calendar-view.js";
export {
  type CalendarViewDeltaInput,
  calendarViewDelta,
  type DeltaItem,
  type DeltaRound,
  isTrackingRefused,
} from "./resources/calendar-view-delta.js";
export { type CreateEventInput, createEvent } from "./resources/create-event.js";
export { type DeleteEventInput, deleteEvent } from "./resources/delete-event.js";
export { getGroup, groupPeople, searchGroups } from "./resources/directory-groups.js";
export type { DirectoryPage } from "./resources/directory-page.js";
export { addressesPerFind, findUsersByAddress, findUsersById, searchUsers } from "./resources/directory-users.js";
export { type EventExtensionInput, setEventExtension } from "./resources/event-extension.js";
export type { EventPlace } from "./resources/event-path.js";
export { type GetCalendarInput, getCalendar } from "./resources/get-calendar.js";
export { type GetEventInput, getEvent } from "./resources/get-event.js";
export { getMe } from "./resources/get-me.js";
export {
  type GetScheduleInput,
  getSchedule,
  type RequestedSchedules,
  type ScheduleInformation,
} from "./resources/get-schedule.js";
export { type GetUserInput, getUser } from "./resources/get-user.js";
export { type ListCalendarsInput, listCalendars } from "./resources/list-calendars.js";
export {
  type GraphRoom,
  type GraphRoomList,
  type ListRoomsInput,
  listRoomLists,
  listRooms,
} from "./resources/list-places.js";
export { type ProbeCalendarInput, probeCalendar } from "./resources/probe-calendar.js";
export { type UpdateEventInput, updateEvent } from "./resources/update-event.js";
export { type IanaZone, isKnownTimeZone, type TimeZoneSource, toIanaZone, toWindowsZone } from "./time-zone.js";
export type { HttpRequest, HttpResponse, Transport } from "./transport.js";
export {
  type GraphDateTime,
  graphDateTimeToInstant,
  instantToWallTime,
  type WallTime,
  wallTimeToInstant,
} from "./wall-time.js";
